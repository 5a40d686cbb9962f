extension SerenitySources {
  static let security = #"""
    @Stack final class SecurityStack {
      let settings: Settings
      let network: NetworkStack

      lazy var key = KMS.Key("phi", description: "PHI at rest", enableKeyRotation: true,
        keyPolicy: .policy {
          Allow("kms:*", on: "*").to(.account(settings.account))
          Allow("kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey", "kms:CreateGrant", on: "*")
            .to(.service("dynamodb", "s3")).when(.equals("aws:SourceAccount", settings.account))
          Allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: "*")
            .to(.service("logs.us-east-1"))
            .when(.arnLike("kms:EncryptionContext:aws:logs:arn",
              "arn:aws:logs:us-east-1:\(settings.account):log-group:/serenity/*"))
        },
        pendingWindowInDays: 30, rotationPeriodInDays: 365).protected()

      lazy var albGroup = EC2.SecurityGroup("alb", groupDescription: "ALB",
        securityGroupIngress: [80, 443].map { .init(ipProtocol: "tcp", cidrIp: .anywhere, fromPort: $0, toPort: $0) },
          vpcId: network.vpc)
      lazy var ecsGroup = EC2.SecurityGroup("ecs", groupDescription: "ECS tasks", vpcId: network.vpc)

      lazy var webACL = WAFv2.WebACL("regional", defaultAction: .init(allow: .init()), scope: .regional,
        visibilityConfig: visible("serenity"),
        name: "\(settings.prefix)-waf",
        rules: [
          managed("CommonRuleSet", 1), managed("KnownBadInputsRuleSet", 2), managed("SQLiRuleSet", 3),
          .init(name: "RateLimit", priority: 4,
            statement: .init(rateBasedStatement: .init(aggregateKeyType: .ip, limit: 2000, evaluationWindowSec: 300)),
            visibilityConfig: visible("RateLimit"), action: .init(block: .init())),
        ])
      func visible(_ name: String) -> WAFv2.WebACL.VisibilityConfig { .init(cloudWatchMetricsEnabled: true, metricName: name,
        sampledRequestsEnabled: true) }
      func managed(_ name: String, _ priority: Int) -> WAFv2.WebACL.Rule {
        .init(name: name, priority: priority, statement: .init(managedRuleGroupStatement: .init(name: "AWSManagedRules\(name)",
          vendorName: "AWS")),
          visibilityConfig: visible(name), overrideAction: .init(none: [:]))
      }

      var body: some Infrastructure {
        KMS.Alias("phi-alias", aliasName: "alias/serenity-phi", targetKeyId: key)
        EC2.SecurityGroupIngress("ecs-from-alb", ipProtocol: "tcp", fromPort: 3001, groupId: ecsGroup,
          sourceSecurityGroupId: albGroup, toPort: 3001)
        EC2.SecurityGroupEgress("alb-to-ecs", groupId: albGroup, ipProtocol: "tcp", destinationSecurityGroupId: ecsGroup,
          fromPort: 3001, toPort: 3001)
        let logs = Logs.LogGroup("flow-logs", kmsKeyId: key, logGroupName: "/serenity/flow", retentionInDays: 2557)
        let role = IAM.Role("flow", assumeRolePolicyDocument: .trust("vpc-flow-logs"))
        let policy = IAM.RolePolicy("flow-write-logs", policyName: "write-logs", roleName: role.roleName,
          policyDocument: .policy { Allow("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", on: logs.arn) })
        EC2.FlowLog("vpc", resourceId: network.vpc.vpcId, resourceType: .vpc, deliverLogsPermissionArn: role.arn,
          logGroupName: logs, trafficType: .all).after(policy)
      }
    }
    """#
}
