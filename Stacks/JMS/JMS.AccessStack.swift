import Strata

extension JMS {
  /// "IAM Roles: Service-specific roles with least privilege access".
  ///
  /// 0.3 "Each tenant gets dedicated KMS keys and secrets with no cross-tenant access": the three services serve all tenants, so their roles
  /// cannot be what tells tenants apart, and a role for each service and tenant would exceed what an account may have at some 330 tenants.
  /// A service acts for a tenant in a session that carries the tenant's id, and everything of a tenant is open to such sessions alone.
  @Stack final class AccessStack {
    let settings: Settings

    // 0.5 "Service-specific roles with least privilege access": auth, tenant and juror. Their names are fixed: each key's policy names them,
    // and a replaced role would have to be put into every one of these policies again.
    lazy var services = settings.services.map { service in
      TenantAccess(
        service, name: "\(settings.prefix)-\(service)", compute: settings.compute, secrets: "\(settings.path)/",
        permissions: [
          Allow("logs:CreateLogStream", "logs:PutLogEvents", on: "\(logGroup(of: service)):*", id: "OwnLogs")
        ]
      ).tagged(["Service": service])
    }

    /// Manages the tenants' keys and never uses them; people assume it with multi-factor authentication.
    lazy var administrator = PrivilegedRole(
      "key-administrator", name: "\(settings.prefix)-key-administrator", description: "Manages JMS's keys and cannot use them",
      permissions: [
        Allow(
          "kms:Describe*", "kms:Enable*", "kms:List*", "kms:Put*", "kms:Update*", "kms:Disable*", "kms:Get*", "kms:TagResource",
          "kms:UntagResource", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion", on: arn("kms", "key/*")
        ).when(.equals("aws:ResourceTag/Application", "jms"), .equals("aws:ResourceTag/Environment", settings.environment))
      ])

    // 0.12 "Infrastructure changes through pull requests with automated validation": the roles of `.github/workflows/infrastructure.yml`, whose
    // jobs that deploy run in the GitHub environment of the environment's name.
    lazy var workflows = GitHubAccess(
      "workflows", name: "\(settings.prefix)-infrastructure", repository: settings.repository, environment: settings.prefix,
      permissions: deployment)

    var body: some Infrastructure {
      for service in services {
        Output("\(service.id)-role-arn", service.role.arn)
        Output("\(service.id)-tenant-role-arn", service.sessionRole.arn)
      }
      Output("plan-role-arn", workflows.planRole.arn)
      Output("deploy-role-arn", workflows.deployRole.arn)
    }

    private func logGroup(of service: String) -> String { arn("logs", "log-group:\(settings.logGroup(of: service))") }

    private func arn(_ service: String, _ resource: String) -> String {
      "arn:\(AWS.partition):\(service):*:\(AWS.accountId):\(resource)"
    }

    /// What these five stacks need, and nothing of other systems in the account.
    ///
    /// A key has no name that could be asked for; what a deployment may do to one is to manage it.
    @PolicyBuilder private var deployment: [Statement] {
      let prefix = settings.prefix
      let global = "arn:\(AWS.partition):iam::\(AWS.accountId)"
      Allow(
        "kms:Create*", "kms:Describe*", "kms:Enable*", "kms:Get*", "kms:List*", "kms:Put*", "kms:Update*", "kms:Delete*",
        "kms:ReplicateKey", "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion", on: "*", id: "Keys"
      ).when(.isTrueIfPresent("kms:GrantIsForAWSResource"))
      // Secrets Manager encrypts a new secret with the rights of its caller.
      Allow("kms:Decrypt", "kms:GenerateDataKey", on: "*", id: "KeysThroughServices").when(
        .like("kms:ViaService", "secretsmanager.*.amazonaws.com", "s3.*.amazonaws.com", "dynamodb.*.amazonaws.com"))
      Allow(
        "secretsmanager:CreateSecret", "secretsmanager:DescribeSecret", "secretsmanager:UpdateSecret", "secretsmanager:DeleteSecret",
        "secretsmanager:RestoreSecret", "secretsmanager:TagResource", "secretsmanager:UntagResource",
        "secretsmanager:*ResourcePolicy", "secretsmanager:ReplicateSecretToRegions", "secretsmanager:RemoveRegionsFromReplication",
        on: arn("secretsmanager", "secret:\(settings.path)/*"), id: "Secrets")
      Allow("secretsmanager:GetRandomPassword", "secretsmanager:ListSecrets", on: "*", id: "SecretsOfNoName")
      Allow(
        "iam:*Role", "iam:*RolePolicy", "iam:*RolePolicies", "iam:*AssumeRolePolicy", "iam:*Policy", "iam:*PolicyVersion",
        "iam:*PolicyVersions", "iam:PassRole", "iam:TagRole", "iam:UntagRole", "iam:TagPolicy", "iam:UntagPolicy", "iam:ListRoleTags",
        on: "\(global):role/\(prefix)-*", "\(global):policy/\(prefix)-*", id: "Roles")
      Allow("iam:*OpenIDConnectProvider*", on: "\(global):oidc-provider/token.actions.githubusercontent.com", id: "Workflows")
      Allow("s3:*", on: "arn:\(AWS.partition):s3:::\(prefix)-*", id: "Buckets")
      Allow("dynamodb:*", on: arn("dynamodb", "table/\(prefix)-*"), id: "Tables")
      Allow("logs:*", on: arn("logs", "log-group:/\(settings.path)/*"), id: "Logs")
      Allow("sns:*", on: arn("sns", "\(prefix)-*"), id: "Topics")
      Allow("cloudtrail:*", on: arn("cloudtrail", "trail/\(settings.trail)"), id: "Trail")
      Allow(
        "cloudwatch:*", on: arn("cloudwatch", "alarm:\(prefix)-*"),
        "arn:\(AWS.partition):cloudwatch::\(AWS.accountId):dashboard/\(prefix)", id: "Alarms")
      Allow(
        "budgets:ViewBudget", "budgets:ModifyBudget", "budgets:ListTagsForResource", "budgets:TagResource", "budgets:UntagResource",
        on: "arn:\(AWS.partition):budgets::\(AWS.accountId):budget/\(prefix)-*", id: "Budgets")
      // Cost categories are named by AWS.
      Allow("ce:*CostCategory*", "ce:TagResource", "ce:UntagResource", "ce:ListTagsForResource", on: "*", id: "Costs")
    }
  }
}
