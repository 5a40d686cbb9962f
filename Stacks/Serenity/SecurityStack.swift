import Strata

/// The guide's `SerenitySecurityStack`: "Security Infrastructure", and what everything else is guarded with.
@Stack final class SecurityStack {
  let settings: Serenity.Settings
  let network: NetworkStack

  // 3.35 "Customer-managed key with rotation. Used for: DynamoDB, S3, CloudTrail, CloudWatch Logs. Key policy: Least privilege access"
  // 3.50 "MFA required for privileged operations": the key's policy asks for it before the key is disabled or deleted.
  lazy var key = EncryptedKey(
    "key", alias: settings.prefix, description: "Serenity \(settings.environment): PHI at rest",
    uses: [
      .logGroups("/serenity/*", "aws-waf-logs-serenity-*"), .trail(named: settings.trail), .distributions,
      .fargateStorage(cluster: settings.cluster),
      .senders("cloudwatch", "events", "budgets", "backup", "config", "delivery.logs"),
    ])

  // 3.5 "ALB-SG: Ports 80, 443 from 0.0.0.0/0"; 80 only redirects. What goes out is the rule in `body`.
  lazy var albGroup = EC2.SecurityGroup(
    "alb", groupDescription: "HTTP and HTTPS from the internet to the load balancer", securityGroupEgress: [.nothing],
    securityGroupIngress: [80, 443].map {
      .init(ipProtocol: "tcp", cidrIp: .anywhere, description: "From the internet", fromPort: $0, toPort: $0)
    }, vpcId: network.vpc)

  // 3.6 "ECS-SG: Port 3001 from ALB-SG only"; out: AWS's APIs over HTTPS.
  lazy var ecsGroup = EC2.SecurityGroup(
    "ecs", groupDescription: "Tasks of the API",
    securityGroupEgress: [.init(ipProtocol: "tcp", cidrIp: .anywhere, description: "AWS APIs over HTTPS", fromPort: 443, toPort: 443)],
    vpcId: network.vpc)

  lazy var alarms = AlarmTopic("alarms", name: "\(settings.prefix)-alarms", key: key)

  // 3.34 "AWS Managed Rules: Common Rule Set. Rate limiting: 2000 requests per 5 minutes per IP. Known bad inputs protection. SQL injection
  // and XSS protection". One firewall for CloudFront, in us-east-1; one for the load balancer, which would otherwise be a way around the
  // first.
  lazy var siteFirewall = WebFirewall("site", name: "\(settings.prefix)-site", scope: .cloudfront, logs: firewallLogs).placed(in: .usEast1)
  lazy var apiFirewall = WebFirewall("api", name: "\(settings.prefix)-api", scope: .regional, logs: firewallLogs)

  lazy var firewallLogs = EncryptedLogGroup("firewall-logs", name: "aws-waf-logs-\(settings.prefix)", key: key)
  lazy var flowLogs = EncryptedLogGroup("flow-logs", name: "/serenity/\(settings.environment)/flow", key: key)

  var body: some Infrastructure {
    // 3.6 Each group names the other, so their rules stand alone.
    EC2.SecurityGroupIngress(
      "ecs-from-alb", ipProtocol: "tcp", description: "The API from the load balancer", fromPort: 3001, groupId: ecsGroup,
      sourceSecurityGroupId: albGroup, toPort: 3001)
    EC2.SecurityGroupEgress(
      "alb-to-ecs", groupId: albGroup, ipProtocol: "tcp", description: "The API on its tasks", destinationSecurityGroupId: ecsGroup,
      fromPort: 3001, toPort: 3001)

    // 3.48 "VPC Flow Logs enabled", "VPC Flow Logs for network traffic"; here and not in the network because they need the key.
    let role = ServiceRole("flow-logs-role", for: "vpc-flow-logs") {
      Allow("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", on: flowLogs.arn)
    }
    role
    EC2.FlowLog(
      "vpc", resourceId: network.vpc.vpcId, resourceType: .vpc, deliverLogsPermissionArn: role, logDestinationType: .cloudWatchLogs,
      logGroupName: flowLogs, trafficType: .all)

    // 3.36 "Threat detection enabled. S3 protection enabled. Kubernetes audit logs (if applicable). Malware protection for EC2/ECS".
    // Malware protection scans EBS volumes, which Fargate has none of: runtime monitoring is its counterpart there.
    GuardDuty.Detector(
      "threats", enable: true,
      features: [
        .init(name: .s3DataEvents, status: .enabled), .init(name: .eksAuditLogs, status: .enabled),
        .init(name: .ebsMalwareProtection, status: .enabled),
        .init(
          name: .runtimeMonitoring, status: .enabled,
          additionalConfiguration: [.init(name: .ecsFargateAgentManagement, status: .enabled)]),
      ], findingPublishingFrequency: .fifteenMinutes)
    Events.Rule(
      "threat-findings", description: "Medium and higher findings of GuardDuty",
      eventPattern: ["source": ["aws.guardduty"], "detail-type": ["GuardDuty Finding"], "detail": ["severity": [["numeric": [">=", 4]]]]],
      targets: [.init(arn: alarms.arn, id: "alarms")])

    Output("kms-key-id", key.key.keyId)
    Output("alarm-topic-arn", alarms.arn)
  }
}
