import Strata

extension JMS {
  /// The tenants' keys and secrets.
  ///
  /// "AWS KMS: Customer Master Keys (CMKs) per tenant with automatic rotation. AWS Secrets Manager: Data Encryption Key (DEK) storage with KMS
  /// encryption".
  ///
  /// 0.9 "Per-tenant encryption requires dynamic AWS resource provisioning", "scaling to 1000+ tenants". One stack holds all: nothing here
  /// has CloudFormation's limit of 500 resources for a stack, and with tenants spread over numbered stacks, one that leaves would move all
  /// that come after it. Adding a tenant plans that tenant's four resources. KMS makes some five keys a second, so the first deployment of
  /// 1,000 tenants takes at least 200 seconds.
  @Stack("tenants") final class TenantStack {
    let settings: Settings
    let access: AccessStack

    var body: some Infrastructure {
      let users = access.services.map(\.sessionRole)
      settings.tenants.problems
      let encryption = settings.tenants.tenants.map { tenant in
        // 0.2 Rotated each year; 0.4 the data key in a secret under the tenant's key.
        TenantEncryption(
          tenant.id, prefix: settings.path, users: users, administrators: [access.administrator.arn],
          replicaRegions: tenant.isReplicated ? [settings.recoveryRegion] : []
        ).tagged(["CostCenter": tenant.costCenter])
      }
      encryption
      // 0.10 "Resource tagging enables per-tenant cost allocation". The first tenant bears all of these tags, and one more changes nothing here.
      if settings.paysForAll, let first = encryption.first {
        Action.costAllocationTags([TenantAccess.tag, "CostCenter", "Environment"]).after(first)
      }
    }
  }
}
