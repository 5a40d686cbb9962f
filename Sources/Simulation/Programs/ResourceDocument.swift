import StrataModel

/// The properties of a random declaration: valid for its service, and different where content or shape are.
struct ResourceDocument {
  private let resource: SimulatedResource
  private let program: SimulatedProgram

  init(_ resource: SimulatedResource, in program: SimulatedProgram) {
    self.resource = resource
    self.program = program
  }

  private var slot: Int { resource.slot }
  private var content: Int { resource.content }
  private var shape: Int { resource.shape }

  private func ref(_ role: String, _ attribute: String) -> PropertyValue {
    .reference(Reference(ResourceAddress(resource.uses[role] ?? "missing/missing"), attribute))
  }

  private func producer(_ role: String) -> SimulatedResource? { resource.uses[role].flatMap { program[$0] } }

  private func text(_ text: String) -> PropertyValue { .string(text) }

  private var name: String { "sim-\(slot)-\(shape)" }

  /// The network that a VPC spans.
  private static func network(_ vpc: SimulatedResource?) -> String { "10.\(((vpc?.slot ?? 0) * 4 + (vpc?.shape ?? 0)) % 250)" }

  private var tags: PropertyValue { [["Key": "content", "Value": text("c\(content)")]] }

  var properties: PropertyObject {
    var properties = specific
    if resource.isNamed, let property = Self.nameProperties[resource.kind] {
      properties[property] = text(resource.kind == .parameter ? "/" + name : name)
    }
    return properties
  }

  private static let nameProperties: [ResourceKind: String] = [
    .role: "RoleName", .bucket: "BucketName", .topic: "TopicName", .queue: "QueueName", .logGroup: "LogGroupName", .table: "TableName",
    .parameter: "Name", .alarm: "AlarmName", .rule: "Name", .securityGroup: "GroupName", .cluster: "ClusterName",
    .repository: "RepositoryName",
  ]

  private static func trust(_ service: String) -> PropertyValue {
    [
      "Version": "2012-10-17",
      "Statement": [["Effect": "Allow", "Principal": ["Service": .string(service)], "Action": "sts:AssumeRole"]],
    ]
  }

  private func policy(_ action: String, on resource: PropertyValue, principal: PropertyValue?) -> PropertyValue {
    var statement: PropertyObject = ["Sid": text("S\(content)"), "Effect": "Allow", "Action": .string(action), "Resource": resource]
    if let principal { statement["Principal"] = principal }
    return ["Version": "2012-10-17", "Statement": [.object(statement)]]
  }

  private static let account: PropertyValue = ["AWS": "arn:aws:iam::123456789012:root"]

  private var specific: PropertyObject {
    switch resource.kind {
    case .vpc: ["CidrBlock": text(Self.network(resource) + ".0.0/16"), "EnableDnsSupport": .bool(content % 2 == 0), "Tags": tags]
    case .subnet:
      [
        "VpcId": ref("vpc", "VpcId"), "CidrBlock": text(Self.network(producer("vpc")) + ".\((slot * 3 + shape) % 250).0/24"),
        "MapPublicIpOnLaunch": .bool(content % 2 == 1), "AvailabilityZone": "us-east-1a",
      ]
    case .internetGateway, .address: ["Tags": tags]
    case .gatewayAttachment: ["VpcId": ref("vpc", "VpcId"), "InternetGatewayId": ref("gateway", "InternetGatewayId")]
    case .routeTable: ["VpcId": ref("vpc", "VpcId"), "Tags": tags]
    case .routeTableAssociation: ["SubnetId": ref("subnet", "SubnetId"), "RouteTableId": ref("table", "RouteTableId")]
    case .defaultRoute:
      [
        "RouteTableId": ref("table", "RouteTableId"), "DestinationCidrBlock": text("0.0.0.0/\(shape % 2)"),
        "GatewayId": gateway,
      ]
    case .securityGroup:
      [
        "GroupDescription": text("group \(slot) \(shape)"), "VpcId": ref("vpc", "VpcId"),
        "SecurityGroupEgress": [
          ["IpProtocol": "tcp", "FromPort": .integer(1_000 + content), "ToPort": .integer(1_000 + content), "CidrIp": "0.0.0.0/0"]
        ],
      ]
    case .ingressRule:
      [
        "GroupId": ref("group", "GroupId"), "IpProtocol": "tcp", "FromPort": .integer(2_000 + slot * 10 + shape),
        "ToPort": .integer(2_000 + slot * 10 + shape), "CidrIp": "10.0.0.0/8", "Description": text("rule \(content)"),
      ]
    case .natGateway:
      ["SubnetId": ref("subnet", "SubnetId"), "AllocationId": ref("address", "AllocationId"), "Tags": tags]
    case .key:
      ["Description": text("key \(content)"), "PendingWindowInDays": 7, "MultiRegion": .bool(shape % 2 == 1), "Tags": tags]
    case .alias: ["AliasName": text("alias/sim-\(slot)-\(shape)"), "TargetKeyId": ref("key", "KeyId")]
    case .role:
      [
        "AssumeRolePolicyDocument": Self.trust(content % 2 == 0 ? "ecs-tasks.amazonaws.com" : "lambda.amazonaws.com"),
        "Description": text("role \(content)"), "Path": text("/p\(shape)/"),
      ]
    case .rolePolicy:
      [
        "RoleName": ref("role", "RoleName"), "PolicyName": text("policy-\(slot)-\(shape)"),
        "PolicyDocument": policy("s3:GetObject", on: "arn:aws:s3:::somewhere/*", principal: nil),
      ]
    case .bucket: ["Tags": tags]
    case .bucketPolicy:
      [
        "Bucket": ref("bucket", "BucketName"),
        "PolicyDocument": policy(
          "s3:GetObject", on: .expression(Expression(.concatenate, [ref("bucket", "Arn"), "/*"])), principal: Self.account),
      ]
    case .topic: ["DisplayName": text("topic \(content)")]
    case .topicPolicy:
      [
        "Topics": [ref("topic", "TopicArn")],
        "PolicyDocument": policy("sns:Publish", on: ref("topic", "TopicArn"), principal: Self.account),
      ]
    case .queue: ["VisibilityTimeout": .integer(30 + content)]
    case .queuePolicy:
      [
        "Queues": [ref("queue", "QueueUrl")],
        "PolicyDocument": policy("sqs:SendMessage", on: ref("queue", "Arn"), principal: Self.account),
      ]
    case .subscription:
      [
        "TopicArn": ref("topic", "TopicArn"), "Protocol": "sqs", "Endpoint": ref("queue", "Arn"),
        "RawMessageDelivery": .bool(content % 2 == 0),
      ]
    case .logGroup: ["RetentionInDays": .integer([1, 3, 5, 7, 14, 30][content % 6])]
    case .table:
      [
        "AttributeDefinitions": [["AttributeName": text("k\(shape)"), "AttributeType": "S"]],
        "KeySchema": [["AttributeName": text("k\(shape)"), "KeyType": "HASH"]], "BillingMode": "PAY_PER_REQUEST", "Tags": tags,
      ]
    case .zone: ["Name": text("z\(slot)x\(shape).example.com."), "HostedZoneConfig": ["Comment": text("zone \(content)")]]
    case .healthCheck:
      [
        "HealthCheckConfig": [
          "Type": shape % 2 == 0 ? "HTTPS" : "HTTP", "FullyQualifiedDomainName": text("h\(slot).example.com"), "Port": 443,
          "RequestInterval": 30, "FailureThreshold": .integer(1 + content % 9),
        ]
      ]
    case .recordSet:
      [
        "HostedZoneId": ref("zone", "Id"),
        "Name": text("r\(slot)y\(shape).z\(producer("zone")?.slot ?? 0)x\(producer("zone")?.shape ?? 0).example.com."), "Type": "A",
        "TTL": "300", "ResourceRecords": [text("192.0.2.\(content % 250)")],
      ]
    case .parameter:
      [
        "Type": "String",
        "Value": resource.uses["value"] == nil
          ? text("value \(content)") : .expression(Expression(.concatenate, [text("\(content)-"), ref("value", "Arn")])),
      ]
    case .secret:
      [
        "Description": text("secret \(content)"),
        "SecretString": .secret(SecretSource(.environmentVariable, "SECRET_\(slot % 4)")),
      ]
    case .clientSecret: ["Description": text("client secret \(content)"), "SecretString": ref("client", "ClientSecret")]
    case .alarm: alarm
    case .rule: ["ScheduleExpression": text("rate(\(content + 2) hours)")]
    case .detector: ["Enable": .bool(content % 2 == 0)]
    case .userPool: ["UserPoolName": text("pool-\(slot)-\(content)"), "UsernameAttributes": shape % 2 == 0 ? ["email"] : ["phone_number"]]
    case .userPoolClient:
      ["UserPoolId": ref("pool", "UserPoolId"), "GenerateSecret": true, "AccessTokenValidity": .integer(1 + content % 20)]
    case .cluster: ["Tags": tags]
    case .repository: ["ImageScanningConfiguration": ["ScanOnPush": .bool(content % 2 == 0)], "Tags": tags]
    case .certificate:
      ["DomainName": text("c\(slot)x\(shape).example.com"), "ValidationMethod": "DNS", "Tags": tags]
    }
  }

  private var alarm: PropertyObject {
    var properties: PropertyObject = [
      "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1, "MetricName": "Errors", "Namespace": "AWS/Lambda", "Period": 60,
      "Statistic": "Sum", "Threshold": .integer(1 + content),
    ]
    if resource.uses["topic"] != nil { properties["AlarmActions"] = [ref("topic", "TopicArn")] }
    return properties
  }

  /// The gateway behind an attachment.
  private var gateway: PropertyValue {
    let address = producer("attachment")?.uses["gateway"] ?? "missing/missing"
    return .reference(Reference(ResourceAddress(address), "InternetGatewayId"))
  }
}
