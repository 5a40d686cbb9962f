import Strata

extension Financial {
  /// "Compliance: AWS Config rules for continuous compliance monitoring", in an account with workloads.
  ///
  /// 4.25 "PCI-DSS Compliance", 4.26 "SOC 2 Compliance", 4.27 "GDPR Compliance". What is people's work is no rule: "Change management processes",
  /// "Physical access controls", and pseudonymization, which the application does before it stores anything.
  @Stack final class ComplianceStack {
    let id: String
    let recorder: ConfigurationRecorder

    var body: some Infrastructure {
      ComplianceRules(
        "rules", name: "financial", recorder: recorder,
        rules: [
          ComplianceRule("cmk-backing-key-rotation-enabled", remedy: .rotateKey), ComplianceRule("encrypted-volumes"),
          ComplianceRule("rds-storage-encrypted"), ComplianceRule("rds-multi-az-support"),
          ComplianceRule("rds-instance-public-access-check"),
          ComplianceRule("rds-instance-deletion-protection-enabled"), ComplianceRule("db-instance-backup-enabled"),
          ComplianceRule("dynamodb-pitr-enabled"), ComplianceRule("cloudwatch-log-group-encrypted"),
          ComplianceRule("s3-bucket-server-side-encryption-enabled", remedy: .encryptBucket), ComplianceRule("s3-bucket-ssl-requests-only"),
          ComplianceRule("s3-bucket-public-read-prohibited"), ComplianceRule("vpc-flow-logs-enabled"), ComplianceRule("ec2-imdsv2-check"),
          ComplianceRule("ec2-instance-managed-by-systems-manager", source: "EC2_INSTANCE_MANAGED_BY_SSM"),
          ComplianceRule("restricted-ssh", source: "INCOMING_SSH_DISABLED", remedy: .closeSecurityGroup),
          ComplianceRule("secretsmanager-rotation-enabled-check"), ComplianceRule("iam-user-mfa-enabled"),
          ComplianceRule("iam-policy-no-statements-with-admin-access"), ComplianceRule("elb-logging-enabled"),
        ])
      Config.ConformancePack(
        "pci-dss", conformancePackName: "financial-pci-dss",
        templateSsmDocumentDetails: .init(documentName: "AWSConformancePacks-OperationalBestPracticesforPCIDSS")
      ).after(recorder)
    }
  }
}
