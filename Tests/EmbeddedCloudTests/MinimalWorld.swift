import ResourceCatalog
import StrataDeployment
import StrataModel

@testable import StrataEmbeddedCloud

/// A cloud with what minimal documents refer to.
struct MinimalWorld {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static let placement = Placement(account: "123456789012", region: "us-east-1")
  var store = CloudStore(seed: 5, realism: .off, delayPerMille: 0, exactTypes: true)
  private var made: [String: ObjectDescription] = [:]
  private var pending: Set<String> = []
  private let now = 1_795_253_400_000

  /// Creates an object of a type from a minimal document, reads it, checks it against the schema, and deletes it.
  mutating func tryLife(of type: String) throws {
    let description = try ensure(type)
    let target = ObjectTarget(type: type, placement: Self.placement, route: .embedded, identifier: description.identifier)
    let read = try store.read(target, at: now)
    guard let schema = ResourceCatalog.aws.type(type) else { throw Failure(description: "no schema") }
    for path in schema.readOnlyPaths.map({ TypeProfile.components($0) }) where !path.contains("*") {
      guard let value = read.properties.value(at: path) else { continue }
      let violations = schema.violations(in: value, at: path, options: .returned)
      if let first = violations.first(where: { $0.severity == .error }) {
        throw Failure(description: "READ \(first.path) \(first.message)")
      }
    }
    if read.identifier.isEmpty { throw Failure(description: "no identifier") }
    switch try store.delete(DeleteRequest(target: target, properties: read.properties, token: nil), at: now) {
    case .gone: break
    case .done(let end): if end.pendingDeletionUntil == nil { throw Failure(description: "not deleted") }
    case .inProgress: throw Failure(description: "delete in progress")
    }
  }

  /// The one object of a type.
  mutating func ensure(_ type: String, depth: Int = 0) throws -> ObjectDescription {
    if let known = made[type] { return known }
    guard depth < 6, let schema = ResourceCatalog.aws.type(type) else { throw Failure(description: "too deep at \(type)") }
    pending.insert(type)
    defer { pending.remove(type) }
    var generator = MinimalDocument(identifiers: Self.foreign)
    for (format, target, attribute) in Self.formats where target != type && !pending.contains(target) {
      guard Self.mentions(schema, format) else { continue }
      let object = try ensure(target, depth: depth + 1)
      generator.identifiers[format] = object.properties[attribute]?.stringValue ?? object.identifier
    }
    for (name, target, attribute) in Self.properties where target != type && schema.property(name) != nil {
      let object = try ensure(target, depth: depth + 1)
      generator.values[name] = .string(object.properties[attribute]?.stringValue ?? object.identifier)
    }
    for fact in ReferenceFacts.facts(of: type) where fact.path.count == 1 {
      guard let property = schema.property(fact.path[0]), !pending.contains(fact.types[0]) else { continue }
      let object = try ensure(fact.types[0], depth: depth + 1)
      let arn = object.properties["Arn"] ?? .string(object.identifier)
      let value = fact.path[0].hasSuffix("Arn") ? arn : PropertyValue.string(object.identifier)
      generator.values[fact.path[0]] = property.schema.resolved.kind == .array ? [value] : value
    }
    for (name, value) in Self.fixed[type] ?? [:] { generator.values[name] = value }
    for needed in Self.prerequisites[type] ?? [] { _ = try ensure(needed, depth: depth + 1) }
    if Self.takesSubnets.contains(type) {
      _ = try ensure("AWS::EC2::Subnet", depth: depth + 1)
      let second = try another("AWS::EC2::Subnet", ["CidrBlock": "10.0.0.128/25", "AvailabilityZone": "us-east-1b"])
      let subnets = [made["AWS::EC2::Subnet"]?.identifier ?? "", second]
      generator.values["SubnetIds"] = .array(subnets.map { .string($0) })
      generator.values["Subnets"] = .array(subnets.map { .string($0) })
      generator.values["IpAddresses"] = .array(subnets.map { ["SubnetId": .string($0)] })
      generator.values["ServiceAccessSubnetId"] = .string(subnets[0])
    }
    if type == "AWS::EC2::NatGateway" {
      generator.values["AllocationId"] = try ensure("AWS::EC2::EIP", depth: depth + 1).properties["AllocationId"]
      _ = try ensure("AWS::EC2::VPCGatewayAttachment", depth: depth + 1)
    }
    generator.forced = Set((Self.fixed[type] ?? [:]).keys).union(["AllocationId"])
    if type == "AWS::ElasticLoadBalancingV2::LoadBalancer" { generator.forced.insert("Subnets") }
    let (document, complaints) = generator.document(schema)
    guard let document else { throw Failure(description: "DOCUMENT \(complaints.prefix(3))") }
    let request = CreateRequest(type: type, placement: Self.placement, route: .embedded, properties: document, token: nil)
    guard case .done(let description) = try store.create(request, at: now) else { throw Failure(description: "create in progress") }
    made[type] = description
    return description
  }

  /// A further object of a type that stands already, with some properties changed.
  private mutating func another(_ type: String, _ changes: PropertyObject) throws -> String {
    guard let first = made[type], let schema = ResourceCatalog.aws.type(type) else { throw Failure(description: "no \(type)") }
    var document = PropertyObject()
    for field in first.properties.fields where schema.property(field.key)?.isReadOnly == false { document[field.key] = field.value }
    let request = CreateRequest(
      type: type, placement: Self.placement, route: .embedded, properties: document.merging(changes), token: nil)
    guard case .done(let description) = try store.create(request, at: now) else { throw Failure(description: "create in progress") }
    return description.identifier
  }

  private static let takesSubnets: Set<String> = [
    "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::OpenSearchServerless::VpcEndpoint", "AWS::WorkSpacesWeb::NetworkSettings",
    "AWS::Route53Resolver::ResolverEndpoint", "AWS::EVS::Environment", "AWS::RDS::DBSubnetGroup",
  ]

  /// What must stand first although no property says so.
  private static let prerequisites: [String: [String]] = [
    "AWS::CloudTrail::Trail": ["AWS::S3::BucketPolicy"], "AWS::Config::ConfigRule": ["AWS::Config::ConfigurationRecorder"],
    "AWS::Config::ConformancePack": ["AWS::Config::ConfigurationRecorder"],
    "AWS::Config::DeliveryChannel": ["AWS::Config::ConfigurationRecorder"],
    "AWS::SecurityHub::Standard": ["AWS::SecurityHub::Hub"], "AWS::SecurityHub::FindingAggregator": ["AWS::SecurityHub::Hub"],
  ]

  private static func mentions(_ schema: TypeSchema, _ format: String) -> Bool {
    var seen: Set<String> = []
    func search(_ schema: Schema, _ depth: Int) -> Bool {
      if let name = schema.definitionName, !seen.insert(String(name)).inserted { return false }
      let schema = schema.resolved
      if schema.formats.contains(where: { $0 == format }) { return true }
      guard depth < 8 else { return false }
      if let element = schema.element, search(element, depth + 1) { return true }
      return schema.properties.contains { !$0.isReadOnly && search($0.schema, depth + 1) }
    }
    return search(schema.schema, 0)
  }

  private static let formats: [(String, String, String)] = [
    ("AWS::EC2::VPC.Id", "AWS::EC2::VPC", "VpcId"), ("AWS::EC2::Subnet.Id", "AWS::EC2::Subnet", "SubnetId"),
    ("AWS::EC2::SecurityGroup.Id", "AWS::EC2::SecurityGroup", "GroupId"), ("AWS::S3::Bucket.Name", "AWS::S3::Bucket", "BucketName"),
    ("AWS::Logs::LogGroup.Name", "AWS::Logs::LogGroup", "LogGroupName"),
  ]

  /// Objects of another account, which nobody checks.
  private static let foreign: [String: String] = [
    "AWS::SNS::Topic.Arn": "arn:aws:sns:us-east-1:999999999999:other", "AWS::IAM::Role.Arn": "arn:aws:iam::999999999999:role/other",
    "AWS::Lambda::Function.Arn": "arn:aws:lambda:us-east-1:999999999999:function:other",
    "AWS::KMS::Key.Arn": "arn:aws:kms:us-east-1:999999999999:key/3f0c8d7e-1b2a-4c3d-8e4f-5a6b7c8d9e0f",
    "AWS::ACM::Certificate.Arn": "arn:aws:acm:us-east-1:999999999999:certificate/3f0c8d7e-1b2a-4c3d-8e4f-5a6b7c8d9e0f",
    "AWS::EC2::Image.Id": "ami-0a1b2c3d4e5f60718", "AWS::SQS::Queue.Arn": "arn:aws:sqs:us-east-1:999999999999:other",
    "AWS::EC2::SecurityGroup.Name": "other",
  ]

  /// Properties whose value tells no kind.
  private static let properties: [(String, String, String)] = []

  /// What the documents of some types need beyond their schema.
  static let fixed: [String: [String: PropertyValue]] = {
    let trust: PropertyValue = [
      "Version": "2012-10-17",
      "Statement": [["Effect": "Allow", "Principal": ["Service": "ecs-tasks.amazonaws.com"], "Action": "sts:AssumeRole"]],
    ]
    let identity: PropertyValue = [
      "Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"]],
    ]
    let resource = { (action: String) -> PropertyValue in
      ["Version": "2012-10-17", "Statement": [["Effect": "Allow", "Principal": "*", "Action": .string(action), "Resource": "*"]]]
    }
    return [
      "AWS::IAM::Role": ["AssumeRolePolicyDocument": trust], "AWS::IAM::Policy": ["PolicyDocument": identity],
      "AWS::IAM::RolePolicy": ["PolicyDocument": identity], "AWS::IAM::UserPolicy": ["PolicyDocument": identity],
      "AWS::IAM::GroupPolicy": ["PolicyDocument": identity], "AWS::IAM::ManagedPolicy": ["PolicyDocument": identity],
      "AWS::S3::BucketPolicy": ["PolicyDocument": resource("s3:*")],
      "AWS::SNS::TopicPolicy": ["PolicyDocument": resource("sns:Publish")],
      "AWS::SQS::QueuePolicy": ["PolicyDocument": resource("sqs:SendMessage")],
      "AWS::AmazonMQ::Broker": ["HostInstanceType": "mq.m5.large", "EngineType": "ACTIVEMQ"],
      "AWS::AppStream::Fleet": ["InstanceType": "stream.standard.medium"], "AWS::DAX::Cluster": ["NodeType": "dax.r5.large"],
      "AWS::DocDB::DBInstance": ["DBInstanceClass": "db.r5.large"], "AWS::Neptune::DBInstance": ["DBInstanceClass": "db.r5.large"],
      "AWS::ElastiCache::CacheCluster": ["CacheNodeType": "cache.t3.micro", "Engine": "redis"],
      "AWS::ManagedBlockchain::Node": ["NodeConfiguration": ["AvailabilityZone": "us-east-1a", "InstanceType": "bc.t3.small"]],
      "AWS::Redshift::Cluster": ["NodeType": "ra3.large"],
      "AWS::BillingConductor::BillingGroup": ["AccountGrouping": ["LinkedAccountIds": ["999999999999"]]],
      "AWS::GameLift::GameServerGroup": ["InstanceDefinitions": [["InstanceType": "c4.large"], ["InstanceType": "c4.xlarge"]]],
      "AWS::Cognito::UserPool": ["UserPoolTier": "PLUS"],
      "AWS::AppIntegrations::DataIntegration": ["KmsKey": "arn:aws:kms:us-east-1:999999999999:key/3f0c8d7e-1b2a-4c3d-8e4f-5a6b7c8d9e0f"],
      "AWS::EC2::Subnet": ["CidrBlock": "10.0.0.0/25", "AvailabilityZone": "us-east-1a"],
      "AWS::SSM::Document": ["Content": ["schemaVersion": "2.2", "mainSteps": []]],
    ]
  }()
}
