import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: the graph as a whole")
struct GraphShapeTests {
  @Test("Each stack has at least the resources that the requirements count")
  func counts() throws {
    let counts = try SerenityGraphs.pilot.countsByStack
    let least = ["network": 61, "security": 18, "auth": 12, "data": 13, "compute": 17, "monitoring": 68, "distribution": 11]
    #expect(Set(counts.keys) == Set(least.keys))
    for (stack, count) in least { #expect(counts[stack, default: 0] >= count, "\(stack)") }
  }

  @Test("Every type that the requirements name is there")
  func types() throws {
    let least = [
      "ApplicationAutoScaling::ScalableTarget": 1, "ApplicationAutoScaling::ScalingPolicy": 2, "Backup::BackupPlan": 1,
      "Backup::BackupSelection": 1, "Backup::BackupVault": 1, "Backup::ReportPlan": 1, "Backup::RestoreTestingPlan": 1,
      "Backup::RestoreTestingSelection": 1, "Budgets::Budget": 1, "CertificateManager::Certificate": 2, "CloudFront::Distribution": 1,
      "CloudFront::OriginAccessControl": 1, "CloudFront::ResponseHeadersPolicy": 1, "CloudTrail::Trail": 1, "CloudWatch::Alarm": 26,
      "CloudWatch::Dashboard": 1, "Cognito::UserPool": 1, "Cognito::UserPoolClient": 2, "Cognito::UserPoolDomain": 1,
      "Cognito::UserPoolGroup": 4, "Cognito::UserPoolResourceServer": 1, "Cognito::UserPoolRiskConfigurationAttachment": 1,
      "Config::ConfigRule": 12, "Config::ConfigurationRecorder": 1, "Config::ConformancePack": 1, "Config::DeliveryChannel": 1,
      "Config::RemediationConfiguration": 3, "DynamoDB::Table": 2, "EC2::EIP": 2, "EC2::FlowLog": 1, "EC2::InternetGateway": 1,
      "EC2::NatGateway": 2, "EC2::NetworkAcl": 3, "EC2::NetworkAclEntry": 17, "EC2::Route": 3, "EC2::RouteTable": 4,
      "EC2::SecurityGroup": 3, "EC2::SecurityGroupEgress": 1, "EC2::SecurityGroupIngress": 1, "EC2::Subnet": 6,
      "EC2::SubnetNetworkAclAssociation": 6, "EC2::SubnetRouteTableAssociation": 6, "EC2::VPC": 1, "EC2::VPCEndpoint": 8,
      "EC2::VPCGatewayAttachment": 1, "ECR::Repository": 1, "ECS::Cluster": 1, "ECS::Service": 1, "ECS::TaskDefinition": 1,
      "ElasticLoadBalancingV2::Listener": 2, "ElasticLoadBalancingV2::ListenerRule": 1, "ElasticLoadBalancingV2::LoadBalancer": 1,
      "ElasticLoadBalancingV2::TargetGroup": 1, "Events::Rule": 1, "GuardDuty::Detector": 1, "IAM::Role": 9, "KMS::Alias": 2, "KMS::Key": 2,
      "Logs::Delivery": 1, "Logs::DeliveryDestination": 1, "Logs::DeliverySource": 1, "Logs::LogGroup": 4, "Logs::MetricFilter": 10,
      "Route53::RecordSet": 3, "S3::Bucket": 4, "S3::BucketPolicy": 4, "SNS::Subscription": 1, "SNS::Topic": 1, "SNS::TopicPolicy": 1,
      "SecretsManager::Secret": 1, "WAFv2::LoggingConfiguration": 2, "WAFv2::WebACL": 2, "WAFv2::WebACLAssociation": 1,
    ]
    let counts = try SerenityGraphs.pilot.countsByType
    for (type, count) in least { #expect(counts["AWS::\(type)", default: 0] >= count, "\(type)") }
  }

  @Test("Stacks refer to each other as the requirements say, and never back")
  func crossStackReferences() throws {
    let graph = try SerenityGraphs.pilot
    let expected: [String: Set<String>] = [
      "network": [], "security": ["network"], "auth": ["security"], "data": ["security"],
      "compute": ["network", "security", "auth", "data"], "monitoring": ["network", "security", "auth", "data", "compute"],
      "distribution": ["security", "data", "compute"],
    ]
    for (consumer, producers) in expected {
      let found = Set(expected.keys.filter { $0 != consumer && !graph.edges(fromStack: consumer, toStack: $0).isEmpty })
      #expect(found == producers, "\(consumer)")
    }
    #expect((10...12).contains(graph.depth))
  }

  @Test("Most types that can bear tags bear those of the environment")
  func tags() throws {
    let vpc = try SerenityGraphs.pilot.resource("network/vpc")
    let tags = vpc["Tags"]?.arrayValue?.compactMap { $0["Key"]?.stringValue } ?? []
    #expect(Set(tags).isSuperset(of: ["Application", "Environment", "Owner", "CostCenter", "ManagedBy", "DataClassification", "Name"]))
    #expect(try SerenityGraphs.pilot.resource("auth/users")["UserPoolTags.Environment"] == "pilot")
  }

  @Test("The guide's values are outputs, the client's secret is none of them")
  func outputs() throws {
    let names = try SerenityGraphs.pilot.outputs.map(\.name)
    #expect(
      Set(names).isSuperset(of: [
        "cognito-user-pool-id", "cognito-client-id", "dynamodb-session-table", "dynamodb-audit-table", "kms-key-id", "cloudfront-domain",
        "api-url",
      ]))
  }

  @Test("The graph is the recorded one")
  func golden() throws {
    let graph = try SerenityGraphs.pilot
    try expectSnapshot(of: JSONWriter.prettyText(of: graph.document(showsSource: false)), named: "serenity-pilot.json")
  }
}
