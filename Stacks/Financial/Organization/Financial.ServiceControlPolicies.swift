import Strata

extension Financial {
  /// 4.2 "IAM roles with least privilege, service control policies, and MFA": what nobody in a member account may do, its root user included.
  ///
  /// Service control policies never bind the management account, which therefore runs nothing.
  @Component final class ServiceControlPolicies {
    let regions: [Region]
    let root: any Input<String>
    let workloads: any Input<String>

    var body: some Infrastructure {
      policy("guardrails", "What guards the accounts stays as it is", to: root) {
        Deny("organizations:LeaveOrganization", on: "*", id: "Leave")
        Deny(
          "cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail", "cloudtrail:PutEventSelectors", on: "*", id: "Trail"
        )
        Deny(
          "guardduty:DeleteDetector", "guardduty:UpdateDetector", "guardduty:DisassociateFromMasterAccount",
          "guardduty:DisassociateFromAdministratorAccount", "guardduty:DeleteMembers", "guardduty:StopMonitoringMembers", on: "*",
          id: "GuardDuty"
        ).when(.notLike("aws:PrincipalArn", deployer))
        Deny(
          "config:StopConfigurationRecorder", "config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel", on: "*", id: "Config"
        ).when(.notLike("aws:PrincipalArn", deployer))
        Deny(
          "securityhub:DisableSecurityHub", "securityhub:BatchDisableStandards", "securityhub:DisassociateFromAdministratorAccount",
          on: "*", id: "SecurityHub"
        ).when(.notLike("aws:PrincipalArn", deployer))
        Deny(
          "access-analyzer:DeleteAnalyzer", "macie2:DisableMacie", "inspector2:Disable", on: "*", id: "Analysis"
        ).when(.notLike("aws:PrincipalArn", deployer))
        Deny("*", on: "*", id: "Root").when(.like("aws:PrincipalArn", "arn:aws:iam::*:root"))
      }

      policy("regions", "Nothing outside of the regions of the program", to: root) {
        // Services that have one endpoint for all regions, in us-east-1 or none at all.
        Deny().everything(
          except: "a4b:*", "access-analyzer:*", "account:*", "acm:*", "aws-portal:*", "budgets:*", "ce:*", "cloudfront:*", "config:*",
          "controltower:*", "ec2:DescribeRegions", "fms:*", "globalaccelerator:*", "health:*", "iam:*", "identitystore:*", "kms:*",
          "networkmanager:*", "organizations:*", "pricing:*", "route53:*", "route53domains:*", "s3:GetAccountPublic*",
          "s3:ListAllMyBuckets", "s3:PutAccountPublic*", "shield:*", "sso:*", "sts:*", "support:*", "trustedadvisor:*", "waf:*", "wafv2:*"
        ).on("*").when(regions.map { .notEquals("aws:RequestedRegion", $0) })
      }

      policy("encryption", "Servers with version 2 metadata, data stores with encryption", to: workloads) {
        Deny("ec2:RunInstances", on: "arn:\(AWS.partition):ec2:*:*:instance/*", id: "MetadataVersion").when(
          .notEquals("ec2:MetadataHttpTokens", "required"))
        Deny("ec2:RunInstances", on: "arn:\(AWS.partition):ec2:*:*:instance/*", id: "MetadataHops").when(
          .numericGreaterThan("ec2:MetadataHttpPutResponseHopLimit", 1))
        Deny("ec2:ModifyInstanceMetadataOptions", on: "*", id: "MetadataChanges").when(.notLike("aws:PrincipalArn", deployer))
        Deny("ec2:RunInstances", "ec2:CreateVolume", on: "arn:\(AWS.partition):ec2:*:*:volume/*", id: "Volumes").when(
          .isFalse("ec2:Encrypted"))
        Deny("ec2:DisableEbsEncryptionByDefault", on: "*", id: "VolumeDefault")
        Deny("rds:CreateDBInstance", "rds:CreateDBCluster", on: "*", id: "Databases").when(.isFalse("rds:StorageEncrypted"))
        // An upload that asks for something else than KMS; one that does not ask gets the bucket's own encryption.
        Deny("s3:PutObject", on: "*", id: "Objects").when(
          .notEquals("s3:x-amz-server-side-encryption", "aws:kms").ifPresent, .isPresent("s3:x-amz-server-side-encryption"))
        Deny("s3:PutAccountPublicAccessBlock", on: "*", id: "PublicObjects").when(.arnNotLike("aws:PrincipalArn", deployer))
      }

      // 4.23 People are the ones who can have a second factor: a service's role has none, and signs in without.
      policy("second-factor", "People need a second factor for everything but setting it up", to: root) {
        Deny().everything(
          except: "iam:ChangePassword", "iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:GetUser", "iam:ListMFADevices",
          "iam:ListVirtualMFADevices", "iam:ResyncMFADevice", "sts:GetSessionToken"
        ).on("*").when(.isFalseIfPresent("aws:MultiFactorAuthPresent"), .like("aws:PrincipalArn", "arn:aws:iam::*:user/*"))
      }
    }

    /// The role through which this program is deployed.
    private let deployer = "arn:aws:iam::*:role/\(Accounts.accessRole)"

    private func policy(
      _ name: String, _ description: String, to target: any Input<String>, @PolicyBuilder _ statements: () -> [Statement]
    ) -> Organizations.Policy {
      Organizations.Policy(
        name, content: .policy(statements()), name: "financial-\(name)", type: .serviceControlPolicy, description: description,
        targetIds: [target])
    }
  }
}
