import Strata
import StrataModel
import StrataTesting
import Testing

@testable import FinancialStacks

@Suite("Financial: the graph as a whole")
struct FinancialGraphShapeTests {
  @Test("Every type that the requirements call core is there")
  func types() throws {
    let counts = try FinancialGraphs.recovering(by: .multiRegion).countsByType
    for type in [
      "AccessAnalyzer::Analyzer", "AutoScaling::AutoScalingGroup", "AutoScaling::ScalingPolicy", "Backup::BackupPlan",
      "Backup::BackupSelection", "Backup::BackupVault", "Backup::RestoreTestingPlan", "Backup::RestoreTestingSelection",
      "CertificateManager::Certificate", "CloudTrail::Trail", "CloudWatch::Alarm", "CloudWatch::Dashboard", "CodeBuild::Project",
      "CodeConnections::Connection", "CodePipeline::Pipeline", "Config::ConfigRule", "Config::ConfigurationAggregator",
      "Config::ConfigurationRecorder", "Config::ConformancePack", "Config::DeliveryChannel", "Config::RemediationConfiguration",
      "DynamoDB::GlobalTable", "DynamoDB::Table", "EC2::EIP", "EC2::FlowLog", "EC2::Instance", "EC2::InternetGateway",
      "EC2::LaunchTemplate", "EC2::NatGateway", "EC2::NetworkAcl", "EC2::NetworkAclEntry", "EC2::SecurityGroupEgress",
      "EC2::SecurityGroupIngress", "EC2::SubnetNetworkAclAssociation", "EC2::VPCEndpoint", "ElastiCache::ParameterGroup",
      "ElastiCache::ReplicationGroup", "ElastiCache::SubnetGroup", "ElasticLoadBalancingV2::Listener",
      "ElasticLoadBalancingV2::LoadBalancer", "ElasticLoadBalancingV2::TargetGroup", "Events::Rule", "GuardDuty::Detector",
      "GuardDuty::PublishingDestination", "IAM::InstanceProfile", "IAM::ServiceLinkedRole", "ImageBuilder::Component",
      "ImageBuilder::DistributionConfiguration", "ImageBuilder::ImagePipeline", "ImageBuilder::ImageRecipe",
      "ImageBuilder::InfrastructureConfiguration", "KMS::Alias", "KMS::Key", "KMS::ReplicaKey", "Lambda::Function", "Lambda::Permission",
      "Logs::LogGroup", "Logs::MetricFilter", "Organizations::Account", "Organizations::Organization", "Organizations::OrganizationalUnit",
      "Organizations::Policy", "RDS::DBInstance", "RDS::DBParameterGroup", "RDS::DBSubnetGroup", "Route53::HealthCheck",
      "Route53::HostedZone", "Route53::RecordSet", "S3::Bucket", "S3::BucketPolicy", "SNS::Subscription", "SNS::Topic",
      "SNS::TopicPolicy", "SSM::Document", "SSM::Parameter", "SecretsManager::RotationSchedule", "SecretsManager::Secret",
      "SecretsManager::SecretTargetAttachment", "SecurityHub::DelegatedAdmin", "SecurityHub::FindingAggregator", "SecurityHub::Hub",
      "SecurityHub::OrganizationConfiguration", "SecurityHub::Standard",
    ] { #expect(counts["AWS::\(type)", default: 0] >= 1, "\(type)") }
  }

  @Test("The graph is as large and as deep as the requirements expect")
  func size() throws {
    let graph = try FinancialGraphs.core
    #expect(graph.resources.count >= 430)
    #expect(graph.depth >= 11)
    let future = try FinancialGraphs.future
    #expect(future.resources.count >= graph.resources.count + 60)
  }

  @Test("The core deploys to all accounts and regions of an embedded cloud, plans nothing afterwards, and goes away")
  func life() async throws { try await expectLife(of: try FinancialGraphs.core) }

  @Test("The graphs are the recorded ones")
  func golden() throws {
    for (graph, name) in [(try FinancialGraphs.core, "financial"), (try FinancialGraphs.future, "financial-future")] {
      try expectSnapshot(of: JSONWriter.prettyText(of: graph.document(showsSource: false)), named: "\(name).json")
    }
  }
}
