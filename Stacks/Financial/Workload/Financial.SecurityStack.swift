import Strata

extension Financial {
  /// The document's "Security Module": security groups, key, flow logs and sessions of a site.
  @Stack final class SecurityStack {
    let id: String
    let settings: Settings
    let site: Site
    let network: NetworkStack
    let archive: LogArchiveStack
    /// The security stack of the first region, for a second one.
    let primary: SecurityStack?

    // 4.15 The key's policy names the role, so it must exist; an account has one for all regions, and where Auto Scaling was used before, adopt it.
    lazy var autoScaling =
      primary == nil
      ? IAM.ServiceLinkedRole("auto-scaling", awsServiceName: "autoscaling.amazonaws.com", description: "Starts and stops servers") : nil

    // 4.17 "Encryption at rest with KMS keys". 4.29 In a second region it is the same key.
    lazy var key: RegionalKey =
      if case .primary(let key)? = primary?.key {
        .replica(KeyReplica("key", alias: site.prefix, primary: key, uses: uses))
      } else {
        .primary(
          EncryptedKey(
            "key", alias: site.prefix, description: "Financial \(site.workload.name): data at rest", uses: uses,
            deniesOtherAccounts: true, isMultiRegion: true
          ).after(autoScaling))
      }

    lazy var alarms = AlarmTopic("alarms", name: "\(site.prefix)-alarms", key: key)

    // 4.8 "VPC Flow Logs for network traffic monitoring"; in the log archive too.
    lazy var flowLogs = FlowLogs(
      "flow-logs", name: site.logGroup("flow"), vpc: network.network.vpc, key: key, bucket: archive.audit)

    // 4.14 "Systems Manager Session Manager for secure shell access without SSH ports"
    lazy var sessions = SessionAccess(
      "sessions", logGroup: site.logGroup("sessions"), key: key, tier: network.network.privateTier, endpointGroup: network.endpointGroup)

    // 4.3 A detector sees one region: the second has its own, and tells its own topic.
    lazy var detector = primary == nil ? nil : Financial.threatDetector()

    // 4.8 "Security groups for instance-level security": load balancer to servers to data, each by the group before it.
    lazy var balancerGroup = EC2.SecurityGroup(
      "balancer", groupDescription: "HTTP and HTTPS from the internet to the load balancer", securityGroupEgress: [.nothing],
      securityGroupIngress: [80, 443].map {
        .init(ipProtocol: "tcp", cidrIp: .anywhere, description: "From the internet", fromPort: $0, toPort: $0)
      }, vpcId: network.network)
    lazy var serverGroup = privateGroup("servers", "Application servers")
    lazy var functionGroup = privateGroup("functions", "Functions")
    lazy var bastionGroup = privateGroup("bastion", "Bastion, which nothing reaches")
    lazy var databaseGroup = EC2.SecurityGroup(
      "database", groupDescription: "PostgreSQL from servers, functions and bastion", securityGroupEgress: [.nothing],
      vpcId: network.network)
    lazy var cacheGroup = EC2.SecurityGroup(
      "cache", groupDescription: "Cache from servers and functions", securityGroupEgress: [.nothing], vpcId: network.network)

    var body: some Infrastructure {
      chain("balancer-to-servers", from: balancerGroup, to: serverGroup, port: 8443)
      for (name, source) in [("servers", serverGroup), ("functions", functionGroup)] {
        chain("\(name)-to-database", from: source, to: databaseGroup, port: 5432)
        chain("\(name)-to-cache", from: source, to: cacheGroup, port: 6379)
      }
      // 4.9 Administrators reach the database through the bastion, by port forwarding.
      chain("bastion-to-database", from: bastionGroup, to: databaseGroup, port: 5432)

      if detector != nil {
        Events.Rule(
          "threat-findings", description: "Medium and higher findings of GuardDuty",
          eventPattern: [
            "source": ["aws.guardduty"], "detail-type": ["GuardDuty Finding"], "detail": ["severity": [["numeric": [">=", 4]]]],
          ],
          targets: [.init(arn: alarms.arn, id: "alarms")])
      }

      SNS.Subscription("operations", protocol: "email", topicArn: alarms, endpoint: settings.operations)
    }

    private var uses: [KeyUse] {
      [
        .logGroups(
          "/financial/\(site.id)/*", "/aws/lambda/\(site.prefix)-*", "/aws/rds/instance/\(site.prefix)*", "aws-waf-logs-\(site.prefix)*"),
        .autoScaling, .senders("cloudwatch", "events", "backup"),
      ]
    }

    /// A group whose members reach AWS over HTTPS, and otherwise only what a rule names.
    private func privateGroup(_ id: String, _ description: String) -> EC2.SecurityGroup {
      EC2.SecurityGroup(
        id, groupDescription: description,
        securityGroupEgress: [
          .init(ipProtocol: "tcp", cidrIp: .anywhere, description: "AWS and other services over HTTPS", fromPort: 443, toPort: 443)
        ], vpcId: network.network)
    }

    /// Both ends of a connection: the groups name each other, so the rules stand alone.
    @InfrastructureBuilder
    private func chain(_ id: String, from source: EC2.SecurityGroup, to target: EC2.SecurityGroup, port: Int) -> Group {
      EC2.SecurityGroupEgress(
        "\(id)-out", groupId: source, ipProtocol: "tcp", description: "\(id)", destinationSecurityGroupId: target, fromPort: port,
        toPort: port)
      EC2.SecurityGroupIngress(
        "\(id)-in", ipProtocol: "tcp", description: "\(id)", fromPort: port, groupId: target, sourceSecurityGroupId: source, toPort: port)
    }
  }
}
