/// The kinds of resources that random programs are made of: every class of API, waits, secrets and containers.
package enum ResourceKind: String, Sendable, Hashable, CaseIterable {
  case vpc, subnet, internetGateway, gatewayAttachment, routeTable, routeTableAssociation, defaultRoute, securityGroup, ingressRule, address
  case natGateway
  case key, alias, role, rolePolicy, bucket, bucketPolicy, topic, topicPolicy, queue, queuePolicy, subscription, logGroup, table
  case zone, healthCheck, recordSet, parameter, secret, alarm, rule, detector, userPool, userPoolClient, clientSecret, cluster, repository
  case certificate

  /// What a resource of this kind refers to, by role.
  package var roles: [(role: String, kind: ResourceKind)] {
    switch self {
    case .subnet, .routeTable, .securityGroup: [("vpc", .vpc)]
    case .gatewayAttachment: [("vpc", .vpc), ("gateway", .internetGateway)]
    case .routeTableAssociation: [("subnet", .subnet), ("table", .routeTable)]
    case .defaultRoute: [("table", .routeTable), ("attachment", .gatewayAttachment)]
    case .ingressRule: [("group", .securityGroup)]
    case .natGateway: [("subnet", .subnet), ("address", .address), ("attachment", .gatewayAttachment)]
    case .alias: [("key", .key)]
    case .rolePolicy: [("role", .role)]
    case .bucketPolicy: [("bucket", .bucket)]
    case .topicPolicy: [("topic", .topic)]
    case .queuePolicy: [("queue", .queue)]
    case .subscription: [("topic", .topic), ("queue", .queue)]
    case .recordSet: [("zone", .zone)]
    case .userPoolClient: [("pool", .userPool)]
    case .clientSecret: [("client", .userPoolClient)]
    default: []
    }
  }

  /// A role that a resource may have or not.
  package var optionalRole: (role: String, kind: ResourceKind)? {
    switch self {
    case .parameter: ("value", .bucket)
    case .logGroup: ("after", .role)
    case .alarm: ("topic", .topic)
    default: nil
    }
  }

  /// Whether one of these roles can have one user only.
  package var exclusiveRoles: [String] {
    switch self {
    case .gatewayAttachment: ["vpc", "gateway"]
    case .routeTableAssociation: ["subnet"]
    case .defaultRoute: ["table"]
    case .natGateway: ["address"]
    case .bucketPolicy: ["bucket"]
    case .topicPolicy: ["topic"]
    case .queuePolicy: ["queue"]
    default: []
    }
  }

  /// Whether there can be one only.
  package var isSingleton: Bool { self == .detector }

  /// Whether the user can give a name, and the engine gives one otherwise.
  package var canBeNamed: Bool {
    switch self {
    case .role, .bucket, .topic, .queue, .logGroup, .table, .parameter, .alarm, .rule, .securityGroup, .cluster, .repository: true
    default: false
    }
  }

  /// Whether resources of this kind can live in another region than the others.
  package var canBeElsewhere: Bool {
    switch self {
    case .logGroup, .table, .rule, .cluster, .repository, .secret: true
    default: false
    }
  }

  /// The CloudFormation type.
  package var type: String {
    switch self {
    case .vpc: "AWS::EC2::VPC"
    case .subnet: "AWS::EC2::Subnet"
    case .internetGateway: "AWS::EC2::InternetGateway"
    case .gatewayAttachment: "AWS::EC2::VPCGatewayAttachment"
    case .routeTable: "AWS::EC2::RouteTable"
    case .routeTableAssociation: "AWS::EC2::SubnetRouteTableAssociation"
    case .defaultRoute: "AWS::EC2::Route"
    case .securityGroup: "AWS::EC2::SecurityGroup"
    case .ingressRule: "AWS::EC2::SecurityGroupIngress"
    case .address: "AWS::EC2::EIP"
    case .natGateway: "AWS::EC2::NatGateway"
    case .key: "AWS::KMS::Key"
    case .alias: "AWS::KMS::Alias"
    case .role: "AWS::IAM::Role"
    case .rolePolicy: "AWS::IAM::RolePolicy"
    case .bucket: "AWS::S3::Bucket"
    case .bucketPolicy: "AWS::S3::BucketPolicy"
    case .topic: "AWS::SNS::Topic"
    case .topicPolicy: "AWS::SNS::TopicPolicy"
    case .queue: "AWS::SQS::Queue"
    case .queuePolicy: "AWS::SQS::QueuePolicy"
    case .subscription: "AWS::SNS::Subscription"
    case .logGroup: "AWS::Logs::LogGroup"
    case .table: "AWS::DynamoDB::Table"
    case .zone: "AWS::Route53::HostedZone"
    case .healthCheck: "AWS::Route53::HealthCheck"
    case .recordSet: "AWS::Route53::RecordSet"
    case .parameter: "AWS::SSM::Parameter"
    case .secret, .clientSecret: "AWS::SecretsManager::Secret"
    case .alarm: "AWS::CloudWatch::Alarm"
    case .rule: "AWS::Events::Rule"
    case .detector: "AWS::GuardDuty::Detector"
    case .userPool: "AWS::Cognito::UserPool"
    case .userPoolClient: "AWS::Cognito::UserPoolClient"
    case .cluster: "AWS::ECS::Cluster"
    case .repository: "AWS::ECR::Repository"
    case .certificate: "AWS::CertificateManager::Certificate"
    }
  }
}
