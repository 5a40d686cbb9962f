import StrataCost
import StrataModel
import Testing

@Suite("The estimate of a graph")
struct CostEstimatorTests {
  private static let home = Placement(account: "123456789012", region: "us-east-1")

  private func node(
    _ address: ResourceAddress, _ type: String, _ properties: PropertyObject = [:], in region: String = "us-east-1"
  ) -> ResourceNode {
    ResourceNode(
      address: address, type: type, placement: Placement(account: "123456789012", region: region), properties: properties,
      source: SourceLocation(fileID: "Test/Stack.swift", line: 1, column: 1))
  }

  private func estimate(
    _ nodes: ResourceNode..., usage: [UsageKind: Quantity] = [:], fallback: String? = nil
  ) -> CostEstimate {
    var settings = CostSettings()
    settings.usage.set(usage)
    return CostEstimator(settings: settings, fallbackRegion: fallback).estimate(ResourceGraph(environment: "test", resources: nodes))
  }

  /// A type with the properties that matter, what is assumed, and the dollars by hand.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var type: String
    var properties: PropertyObject = [:]
    var usage: [UsageKind: Quantity] = [:]
    var amount: Money
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "a key", type: "AWS::KMS::Key", usage: [.kmsRequests: 10_000], amount: 1.03),
    Case(name: "a key after three rotations", type: "AWS::KMS::Key", usage: [.kmsRequests: 0, .kmsRotations: 3], amount: 3),
    Case(
      name: "a secret with a replica", type: "AWS::SecretsManager::Secret", properties: ["ReplicaRegions": [["Region": "us-west-2"]]],
      usage: [.secretReads: 0], amount: 0.80),
    Case(name: "a NAT gateway", type: "AWS::EC2::NatGateway", usage: [.natData: 100], amount: 37.35),
    Case(
      name: "an interface endpoint in two zones", type: "AWS::EC2::VPCEndpoint",
      properties: ["VpcEndpointType": "Interface", "SubnetIds": ["a", "b"]], usage: [.endpointData: 0], amount: 14.60),
    Case(name: "a gateway endpoint", type: "AWS::EC2::VPCEndpoint", properties: ["VpcEndpointType": "Gateway"], amount: 0),
    Case(
      name: "a load balancer in two zones", type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
      properties: ["Scheme": "internet-facing", "Subnets": ["a", "b"]], usage: [.loadBalancerCapacityUnits: 1, .loadBalancerTransfer: 0],
      amount: 29.565),
    Case(
      name: "an internal network load balancer", type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
      properties: ["Scheme": "internal", "Type": "network", "Subnets": ["a", "b"]], usage: [.loadBalancerCapacityUnits: 0], amount: 16.425),
    Case(
      name: "a Multi-AZ database", type: "AWS::RDS::DBInstance",
      properties: [
        "DBInstanceClass": "db.t4g.medium", "Engine": "postgres", "MultiAZ": true, "AllocatedStorage": "20", "StorageType": "gp3",
      ],
      amount: 99.50),
    Case(
      name: "a Valkey cache of two nodes", type: "AWS::ElastiCache::ReplicationGroup",
      properties: ["CacheNodeType": "cache.t4g.small", "Engine": "valkey", "NumCacheClusters": 2], amount: 37.376),
    Case(
      name: "an on-demand table with recovery", type: "AWS::DynamoDB::Table",
      properties: ["BillingMode": "PAY_PER_REQUEST", "PointInTimeRecoverySpecification": ["PointInTimeRecoveryEnabled": true]],
      usage: [.dynamoDBWrites: 1_000_000, .dynamoDBReads: 1_000_000, .dynamoDBStorage: 10], amount: 5.25),
    Case(
      name: "a provisioned table", type: "AWS::DynamoDB::Table",
      properties: ["ProvisionedThroughput": ["ReadCapacityUnits": 10, "WriteCapacityUnits": 5]], usage: [.dynamoDBStorage: 0],
      amount: 3.3215),
    Case(
      name: "a function on ARM", type: "AWS::Lambda::Function", properties: ["Architectures": ["arm64"], "MemorySize": 512],
      usage: [.lambdaRequests: 1_000_000, .lambdaDuration: 100], amount: 0.86667),
    Case(
      name: "a web ACL with two rules", type: "AWS::WAFv2::WebACL", properties: ["Rules": [["Name": "a"], ["Name": "b"]]],
      usage: [.wafRequests: 1_000_000], amount: 7.60),
    Case(name: "an alarm", type: "AWS::CloudWatch::Alarm", properties: ["MetricName": "Errors"], amount: 0.10),
    Case(
      name: "an alarm over three metrics", type: "AWS::CloudWatch::Alarm",
      properties: ["Metrics": [["MetricStat": [:]], ["MetricStat": [:]], ["MetricStat": [:]], ["Expression": "a+b+c"]]], amount: 0.30),
    Case(
      name: "an anomaly alarm", type: "AWS::CloudWatch::Alarm",
      properties: ["Metrics": [["MetricStat": [:]], ["Expression": "band"]], "ThresholdMetricId": "band"], amount: 0.30),
    Case(
      name: "a trail of management events", type: "AWS::CloudTrail::Trail",
      properties: ["EventSelectors": [["IncludeManagementEvents": true]]],
      amount: 0),
    Case(
      name: "a trail of data events", type: "AWS::CloudTrail::Trail",
      properties: ["EventSelectors": [["DataResources": [["Type": "AWS::S3::Object"]]]]],
      usage: [.cloudTrailDataEvents: 1_000_000], amount: 1),
    Case(name: "a pool within the included users", type: "AWS::Cognito::UserPool", usage: [.cognitoUsers: 9_000], amount: 0),
    Case(name: "a pool beyond them", type: "AWS::Cognito::UserPool", usage: [.cognitoUsers: 11_000], amount: 15),
    Case(
      name: "a pool with threat protection", type: "AWS::Cognito::UserPool", properties: ["UserPoolTier": "PLUS"],
      usage: [.cognitoUsers: 500],
      amount: 10),
    Case(
      name: "an HTTPS check of another's endpoint", type: "AWS::Route53::HealthCheck",
      properties: ["HealthCheckConfig": ["Type": "HTTPS", "FullyQualifiedDomainName": "example.com"]], amount: 2.75),
    Case(name: "a server", type: "AWS::EC2::Instance", properties: ["InstanceType": "t3.micro"], amount: 7.592),
  ]

  @Test("Each type costs what its page says", arguments: cases)
  func amounts(of sample: Case) {
    let estimate = estimate(node("stack/thing", sample.type, sample.properties), usage: sample.usage)
    #expect(estimate.total == sample.amount, "\(estimate.items.map { "\($0.name) \($0.quantity) = \($0.amount.decimalText)" })")
    #expect(estimate.gaps.isEmpty)
  }

  @Test("Tasks and servers are found through what they refer to")
  func references() {
    let definition = node("app/definition", "AWS::ECS::TaskDefinition", ["Cpu": "256", "Memory": "512"])
    let service = node(
      "app/service", "AWS::ECS::Service",
      ["TaskDefinition": .reference(Reference("app/definition", "TaskDefinitionArn")), "DesiredCount": 2, "LaunchType": "FARGATE"])
    // 2 × 0.25 vCPU and 2 × 0.5 GB for 730 hours.
    #expect(estimate(definition, service).total == 18.02005)

    let template = node(
      "app/template", "AWS::EC2::LaunchTemplate",
      ["LaunchTemplateData": ["InstanceType": "t3.small", "BlockDeviceMappings": [["Ebs": ["VolumeSize": 30, "VolumeType": "gp3"]]]]])
    let group = node(
      "app/group", "AWS::AutoScaling::AutoScalingGroup",
      [
        "LaunchTemplate": ["LaunchTemplateId": .reference(Reference("app/template", "LaunchTemplateId"))], "DesiredCapacity": "2",
        "MinSize": "1",
      ])
    #expect(estimate(template, group).total == 35.168)
  }

  @Test("A type without a price is told and never counted as nothing")
  func unknownType() {
    let estimate = estimate(
      node("data/cluster", "AWS::Redshift::Cluster"), node("access/role", "AWS::IAM::Role"), node("access/policy", ActionSpecification.type)
    )
    #expect(estimate.gaps.map(\.address) == ["data/cluster"])
    #expect(estimate.gaps.first?.reason == "no price of AWS::Redshift::Cluster is known")
    #expect(estimate.freeCount == 2)
    #expect(estimate.items.isEmpty)
  }

  @Test("A size that the table does not know, and one that only the deployment tells, are told")
  func unknownSize() {
    let sizes: [PropertyValue] = ["x99.mega", .reference(Reference("a/b", "Value"))]
    for size in sizes {
      let estimate = estimate(node("app/server", "AWS::EC2::Instance", ["InstanceType": size]))
      #expect(estimate.gaps.count == 1)
      #expect(estimate.total == .zero)
    }
  }

  @Test("A region without prices is told, or takes those of a region that the user names")
  func regions() {
    let key = node("security/key", "AWS::KMS::Key", in: "eu-central-1")
    #expect(estimate(key).gaps.first?.reason == "no price of customer managed key in eu-central-1 is known")
    let borrowed = estimate(key, usage: [.kmsRequests: 0], fallback: "us-east-1")
    #expect(borrowed.total == 1)
    #expect(borrowed.items.first?.assumption == "price of us-east-1")
  }

  @Test("Sums by stack, service, account and tenant add up to the total; what has no tenant is shared")
  func totals() {
    let estimate = estimate(
      node("tenants/a/key", "AWS::KMS::Key", ["Tags": [["Key": "TenantId", "Value": "a"]]]),
      node("tenants/b/key", "AWS::KMS::Key", ["Tags": ["TenantId": "b"]]), node("platform/key", "AWS::KMS::Key"), usage: [.kmsRequests: 0])
    for grouping in CostEstimate.Grouping.allCases {
      #expect(estimate.totals(by: grouping).reduce(Money.zero) { $0 + $1.amount } == estimate.total)
    }
    #expect(estimate.totals(by: .tenant).map(\.name) == ["(shared)", "a", "b"])
    #expect(estimate.totals(by: .stack).map(\.amount) == [2, 1])
    #expect(estimate.totals(by: .service).map(\.name) == ["KMS"])
  }

  @Test("Assumptions are listed once for each quantity, with where they come from")
  func assumptions() {
    var settings = CostSettings()
    settings.usage.set([.s3Storage: 100], of: "data/a")
    let graph = ResourceGraph(
      environment: "test",
      resources: [node("data/a", "AWS::S3::Bucket"), node("data/b", "AWS::S3::Bucket"), node("data/c", "AWS::S3::Bucket")])
    let storage = CostEstimator(settings: settings).estimate(graph).assumptions.filter { $0.kind == .s3Storage }
    #expect(storage.map(\.quantity) == [10, 100])
    #expect(storage.map(\.isDeclared) == [false, true])
    #expect(storage.map(\.resourceCount) == [2, 1])
  }

  @Test("A documented figure stands beside its part, and the rest beside the remainder")
  func comparisons() throws {
    let estimate = estimate(
      node("a/key", "AWS::KMS::Key"), node("a/nat", "AWS::EC2::NatGateway"), usage: [.kmsRequests: 0, .natData: 0])
    let comparisons = estimate.comparisons(with: [
      DocumentedCost("Keys", 1...2, of: .services("KMS"), source: "page 1"),
      DocumentedCost("Other", 5...10, of: .remainder, source: "page 1"), DocumentedCost("All", 50, of: .total, source: "page 1"),
    ])
    #expect(comparisons.map(\.verdict) == [.within, .above, .below])
    #expect(comparisons.map(\.difference) == [0, 22.85, -16.15])
    #expect(comparisons[1].parts.map { "\($0.name) \($0.amount)" } == ["EC2 NAT gateway $32.85"])
  }

  @Test("The estimate of a graph is the same whatever the order of its resources")
  func order() {
    let a = node("a/key", "AWS::KMS::Key")
    let b = node("b/key", "AWS::KMS::Key")
    #expect(estimate(a, b) == estimate(b, a))
  }
}
