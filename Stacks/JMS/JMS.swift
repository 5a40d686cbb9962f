import Strata

/// JMS: the Jury Management System's encryption services, with a key and a secret of its own for every tenant.
///
/// Source: "ADR-0007: AWS Infrastructure Architecture for JMS Encryption Services". Comments in the stacks quote it, with the row of the
/// requirements list that they meet; where AWS refuses what the document asks for, they say what stands there instead, and why.
///
/// 0.1 "Separate modules for each AWS service (KMS, Secrets Manager, IAM, CloudWatch, CloudTrail)": the modules are components,
/// `TenantEncryption` (KMS, Secrets Manager), `TenantAccess` (IAM), `EncryptionObservability` (CloudWatch) and `AuditTrail` (CloudTrail).
/// 0.17 "Modules will be versioned using semantic versioning": with the package that they are in, by its tags.
@InfrastructureBuilder
func jms(_ settings: JMS.Settings) -> Group {
  let platform = JMS.PlatformStack(settings: settings)
  let access = JMS.AccessStack(settings: settings)
  // States are restored for a year: the oldest version of a bucket that keeps them is as old.
  JMS.StateStack(settings: settings).tagged(["Purpose": "deployment-state", "RetentionDays": "365"])
  platform
  access
  JMS.ObservabilityStack(settings: settings, platform: platform)
  JMS.TenantStack(settings: settings, access: access)
}

/// The name space of JMS's own types.
package enum JMS {}
