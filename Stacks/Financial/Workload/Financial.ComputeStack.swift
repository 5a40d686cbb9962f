import Strata

extension Financial {
  /// The document's "Compute Module": "EC2 instances, auto-scaling groups, and load balancers", and Lambda functions.
  @Stack final class ComputeStack {
    let id: String
    let settings: Settings
    let site: Site
    let network: NetworkStack
    let security: SecurityStack
    let stores: Stores
    let archive: LogArchiveStack
    let domain: DomainStack

    // 4.24 "encryption in transit": a certificate belongs to one region.
    lazy var certificate = CertificateManager.Certificate(
      "certificate", domainName: site.workload.domain,
      domainValidationOptions: [.init(domainName: site.workload.domain, hostedZoneId: domain.zone)], validationMethod: "DNS")

    // 4.10 The drawing shows a load balancer in each zone: those are the nodes of one, which has a subnet in each.
    lazy var balancer = SecureLoadBalancer(
      "balancer", name: balancerName, vpc: network.network.vpc, subnets: network.network.publicTier.subnets,
      securityGroups: [security.balancerGroup], certificate: certificate, targetPort: 8443, healthPath: "/health",
      logs: site.isRecovery ? archive.recoveryLoadBalancerLogs : archive.loadBalancerLogs, targetType: .instance
    )

    // 4.15 "Deploys EC2 instances, auto-scaling groups, and load balancers"; 4.12 "Instance metadata service v2 (IMDSv2) enforcement"
    lazy var servers = ServerGroup(
      "servers", name: site.prefix, image: settings.image, instanceType: site.workload.instanceType, capacity: site.capacity,
      key: security.key, subnets: network.network.privateTier.subnets, securityGroups: [security.serverGroup],
      targetGroup: balancer.targetGroup, userData: serverSetup(site: site, parameters: Value(agentConfiguration.name)),
      permissions: serverPermissions
    ).after(network.network.internet.privateRoutes).after(balancer.https).after(balancer.rule)

    lazy var serverLogs = EncryptedLogGroup("server-logs", name: site.logGroup("servers"), key: security.key, retention: .years(1))

    lazy var agentConfiguration = SSM.Parameter(
      "agent", type: .string,
      value: .json([
        "agent": ["metrics_collection_interval": 60],
        "logs": [
          "logs_collected": [
            "files": [
              "collect_list": Document(
                ["/var/log/audit/audit.log", "/var/log/messages", "/var/log/financial/application.log"].map { file in
                  ["file_path": "\(file)", "log_group_name": "\(serverLogs.groupName)", "log_stream_name": "{instance_id}\(file)"]
                })
            ]
          ]
        ],
        "metrics": ["metrics_collected": ["mem": ["measurement": ["used_percent"]], "disk": ["measurement": ["used_percent"]]]],
      ]), description: "What the CloudWatch agent of a server sends", name: "AmazonCloudWatch-\(site.prefix)")

    // 4.9 "Bastion Host": in a public subnet as drawn, but 4.14 wants "secure shell access without SSH ports". Nothing reaches it; Session Manager
    // forwards ports through it.
    lazy var bastionRole = ServiceRole(
      "bastion-role", for: "ec2", managedPolicies: ["AmazonSSMManagedInstanceCore"], checksAccount: false
    ) { security.sessions.permissions }
    lazy var bastionProfile = IAM.InstanceProfile("bastion-profile", roles: [bastionRole])
    lazy var bastionTemplate = EC2.LaunchTemplate(
      "bastion-template",
      launchTemplateData: .init(
        blockDeviceMappings: [
          .init(
            deviceName: "/dev/xvda",
            ebs: .init(deleteOnTermination: true, encrypted: true, kmsKeyId: security.key, volumeSize: 8, volumeType: .gp3))
        ],
        iamInstanceProfile: .init(arn: bastionProfile.arn), imageId: settings.image, instanceType: .t3Micro,
        metadataOptions: .init(httpEndpoint: .enabled, httpPutResponseHopLimit: 1, httpTokens: .required), monitoring: .init(enabled: true),
        networkInterfaces: [
          .init(
            associatePublicIpAddress: true, deviceIndex: 0, groups: [security.bastionGroup.groupId],
            subnetId: network.network.publicTier.subnets[0])
        ]), launchTemplateName: "\(site.prefix)-bastion"
    ).waived("R22", reason: "the document draws the bastion in the public subnet", until: "2027-11-30")
      .waived(
        "R38",
        reason: "the document draws the bastion in the public subnet; its security group lets nothing in, and Session Manager reaches it",
        until: "2027-11-30")
    lazy var bastion = EC2.Instance(
      "bastion", disableApiTermination: site.workload.isProduction,
      launchTemplate: .init(launchTemplateId: bastionTemplate, version: bastionTemplate.latestVersionNumber),
      metadataOptions: .init(httpEndpoint: .enabled, httpPutResponseHopLimit: 1, httpTokens: .required),
      tags: ["Name": "\(site.prefix)-bastion"]
    ).after(network.network.internet)

    // 4.16 "Lambda Functions" in the private subnets.
    lazy var settlement = PrivateFunction(
      "settlement", name: "\(site.prefix)-settlement", code: Self.settlementCode, runtime: .python3_13, key: security.key,
      subnets: network.network.privateTier.subnets, securityGroups: [security.functionGroup], environment: ["TABLE": stores.table],
      permissions: tablePermissions)

    var body: some Infrastructure {
      Events.Rule(
        "nightly", description: "Settles the day's requests", scheduleExpression: "cron(15 1 * * ? *)",
        targets: [.init(arn: settlement.function.arn, id: "settlement")])
      Lambda.Permission(
        "nightly-permission", action: "lambda:InvokeFunction", functionName: settlement, principal: "events.amazonaws.com",
        sourceAccount: AWS.accountId)

      Output("load-balancer", balancer.loadBalancer.dnsName)
      Output("bastion", bastion.instanceId)
    }

    /// Names of load balancers have 32 characters at most.
    private var balancerName: String { "fin-\(site.id)" }

    // 4.23 "IAM roles with least privilege"
    @PolicyBuilder private var serverPermissions: [Statement] {
      security.sessions.permissions
      tablePermissions
      if let documents = stores.documents { Allow("s3:GetObject", "s3:PutObject", on: "\(Value(documents))/*") }
      Allow(["secretsmanager:GetSecretValue"], on: stores.secrets)
      Allow("kms:GenerateDataKey", on: security.key.arn)
      Allow("logs:CreateLogStream", "logs:PutLogEvents", on: serverLogs.arn)
    }

    @PolicyBuilder private var tablePermissions: [Statement] {
      Allow(
        "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query",
        on: "arn:\(AWS.partition):dynamodb:\(AWS.region):\(AWS.accountId):table/\(stores.table)")
      Allow("kms:Decrypt", on: security.key.arn)
    }

    private static let settlementCode = """
      import os
      import boto3

      table = boto3.resource("dynamodb").Table(os.environ["TABLE"])

      def handler(event, context):
          # The application's own build replaces this code; until then the function proves its network, key and permissions.
          return {"table": table.name, "item": table.get_item(Key={"requestId": "probe"}).get("Item") is not None}
      """
  }
}
