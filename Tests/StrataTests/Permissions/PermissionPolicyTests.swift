import AWSProvider
import StrataModel
import Testing

@testable import Strata

@Suite("The policy that a plan needs")
struct PermissionPolicyTests {
  private static let place = Placement(account: "111122223333", region: "eu-west-1")

  private func step(
    _ type: String, _ properties: PropertyObject = [:], does operation: PlanStep.Operation = .create, in placement: Placement = place
  ) -> PermissionPolicy.Step {
    PermissionPolicy.Step(type: type, operation: operation, placement: placement, properties: properties)
  }

  private func statement(_ sid: String, of policy: PermissionPolicy) -> PropertyObject? {
    policy.statements.first { $0["Sid"] == .string(sid) }
  }

  @Test("Actions are limited to the regions of the plan, those of global services are not")
  func regions() {
    let policy = PermissionPolicy(account: "111122223333", steps: [step("AWS::SNS::Topic"), step("AWS::IAM::Role")])
    #expect(
      statement("Sns", of: policy)?["Condition"] == ["StringEquals": ["aws:RequestedRegion": ["eu-west-1"]]])
    #expect(statement("Iam", of: policy) != nil)
    #expect(statement("Iam", of: policy)?["Condition"] == nil)
    // An ARN with a region says by itself where it is.
    #expect(statement("SnsNamed", of: policy)?["Condition"] == nil)
    let bucket = PermissionPolicy(account: "111122223333", steps: [step("AWS::S3::Bucket", ["BucketName": "reports"])])
    #expect(statement("S3Named", of: bucket)?["Condition"] == ["StringEquals": ["aws:RequestedRegion": ["eu-west-1"]]])
  }

  /// The resources that a policy allows an action on.
  private func resources(_ action: String, of policy: PermissionPolicy) -> PropertyValue? {
    policy.statements.first { $0["Action"]?.arrayValue?.contains(.string(action)) == true }?["Resource"]
  }

  @Test("A name that the program gives is named")
  func givenName() {
    let policy = PermissionPolicy(
      account: "111122223333",
      steps: [
        step("AWS::S3::Bucket", ["BucketName": "reports"]), step("AWS::DynamoDB::Table", ["TableName": "sessions"]),
        step("AWS::SSM::Parameter", ["Name": "/app/size"]), step("AWS::SecretsManager::Secret", ["Name": "app/key"]),
        step("AWS::KMS::Alias", ["AliasName": "alias/app", "TargetKeyId": "arn:aws:kms:eu-west-1:111122223333:key/1"]),
        step("AWS::Logs::LogGroup", ["LogGroupName": "/app/api"]),
      ])
    #expect(resources("s3:PutBucketVersioning", of: policy) == ["arn:aws:s3:::reports"])
    #expect(resources("dynamodb:CreateTable", of: policy) == ["arn:aws:dynamodb:eu-west-1:111122223333:table/sessions"])
    #expect(resources("ssm:PutParameter", of: policy) == ["arn:aws:ssm:eu-west-1:111122223333:parameter/app/size"])
    #expect(resources("secretsmanager:CreateSecret", of: policy) == ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/key-*"])
    #expect(
      resources("kms:CreateAlias", of: policy) == [
        "arn:aws:kms:eu-west-1:111122223333:alias/app", "arn:aws:kms:eu-west-1:111122223333:key/1",
      ])
    #expect(
      resources("logs:CreateLogGroup", of: policy) == [
        "arn:aws:logs:eu-west-1:111122223333:log-group:/app/api", "arn:aws:logs:eu-west-1:111122223333:log-group:/app/api:*",
      ])
  }

  @Test("What has no name yet is narrowed to its kind")
  func unnamed() {
    let policy = PermissionPolicy(account: "111122223333", steps: [step("AWS::EC2::VPC"), step("AWS::SNS::Topic")])
    #expect(resources("ec2:CreateVpc", of: policy) == ["arn:aws:ec2:eu-west-1:111122223333:vpc/*"])
    #expect(resources("ec2:CreateTags", of: policy) == ["arn:aws:ec2:eu-west-1:111122223333:vpc/*"])
    #expect(resources("sns:CreateTopic", of: policy) == ["arn:aws:sns:eu-west-1:111122223333:*"])
  }

  @Test("An action that knows no resource, or looks at all of them, is allowed on all in the plan's regions")
  func unlimited() {
    let policy = PermissionPolicy(account: "111122223333", steps: [step("AWS::EC2::VPC"), step("AWS::KMS::Key")])
    #expect(resources("ec2:DescribeVpcs", of: policy) == ["*"])
    #expect(resources("kms:CreateKey", of: policy) == ["*"])
    #expect(resources("kms:ListKeys", of: policy) == ["*"])
    #expect(resources("kms:TagResource", of: policy) == ["arn:aws:kms:eu-west-1:111122223333:key/*"])
  }

  @Test("What is recorded is deleted by its identifier")
  func recorded() {
    let network = KnownResource(type: "AWS::EC2::VPC", placement: Self.place, properties: [:], identifier: "vpc-0a1b")
    let balancer = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/api/0123456789abcdef"
    let policy = PermissionPolicy(
      account: "111122223333",
      steps: [
        PermissionPolicy.Step(type: network.type, operation: .delete, placement: Self.place, resource: network),
        PermissionPolicy.Step(
          type: "AWS::ElasticLoadBalancingV2::LoadBalancer", operation: .delete, placement: Self.place,
          resource: KnownResource(
            type: "AWS::ElasticLoadBalancingV2::LoadBalancer", placement: Self.place, properties: [:], identifier: balancer)),
      ])
    #expect(resources("ec2:DeleteVpc", of: policy) == ["arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b"])
    #expect(resources("elasticloadbalancing:DeleteLoadBalancer", of: policy) == [.string(balancer)])
  }

  @Test("What a resource refers to is named, what its policy speaks of is not")
  func referred() {
    let here = SourceLocation(fileID: "Stacks/A.swift", line: 1, column: 1)
    let bucket = ResourceNode(
      address: "a/reports", type: "AWS::S3::Bucket", placement: Self.place, properties: ["BucketName": "reports"], source: here)
    let chosen = ResourceNode(address: "a/log", type: "AWS::S3::Bucket", placement: Self.place, source: here)
    let other = ResourceNode(
      address: "a/other", type: "AWS::S3::Bucket", placement: Self.place, properties: ["BucketName": "other"], source: here)
    let policies = [("a/first", "a/reports"), ("a/second", "a/log")].map { address, target in
      ResourceNode(
        address: ResourceAddress(address), type: "AWS::S3::BucketPolicy", placement: Self.place,
        properties: [
          "Bucket": .reference(Reference(ResourceAddress(target), "BucketName")),
          "PolicyDocument": ["Statement": [["Resource": .reference(Reference("a/other", "Arn"))]]],
        ], source: here)
    }
    let names = ResourceNames(in: [bucket, chosen, other] + policies, environment: "pilot")
    let policy = PermissionPolicy(
      account: "111122223333", steps: policies.map { PermissionPolicy.Step($0, does: .create, names) })
    #expect(resources("s3:PutBucketPolicy", of: policy) == ["arn:aws:s3:::pilot-a-log-*", "arn:aws:s3:::reports"])
  }

  @Test("An existing network that is given by its id may be another account's")
  func shared() {
    let policy = PermissionPolicy(
      account: "111122223333", steps: [step("AWS::EC2::Subnet", ["VpcId": "vpc-0a1b", "CidrBlock": "10.0.0.0/24"])])
    #expect(
      resources("ec2:CreateSubnet", of: policy) == [
        "arn:aws:ec2:eu-west-1:*:vpc/vpc-0a1b", "arn:aws:ec2:eu-west-1:111122223333:subnet/*",
      ])
  }

  @Test("A pattern makes the names that it covers needless")
  func reduced() {
    #expect(
      ARNPattern.reduced(["arn:aws:ec2:r:1:vpc/*", "arn:aws:ec2:r:1:vpc/a", "arn:aws:ec2:r:1:subnet/a"]) == [
        "arn:aws:ec2:r:1:subnet/a", "arn:aws:ec2:r:1:vpc/*",
      ])
    #expect(ARNPattern.reduced(["a:*:b", "a:x:b", "a:x:c"]) == ["a:*:b", "a:x:c"])
    #expect(ARNPattern.reduced(["*", "a"]) == ["*"])
  }

  @Test("A statement that no policy holds is split between its resources")
  func longStatement() {
    let alarms = (0..<400).map { step("AWS::CloudWatch::Alarm", ["AlarmName": .string("alarm-with-a-rather-long-name-\($0)")]) }
    let documents = PermissionPolicy(account: "111122223333", steps: alarms).documents
    var named: Set<String> = []
    for document in documents {
      #expect(JSONWriter.plainText(of: document).filter { !$0.isWhitespace }.count <= PermissionPolicy.managedPolicyLimit)
      let statements = document["Statement"]?.arrayValue ?? []
      for statement in statements where statement["Action"]?.arrayValue?.contains("cloudwatch:PutMetricAlarm") == true {
        named.formUnion(statement["Resource"]?.arrayValue?.compactMap(\.stringValue) ?? [])
      }
    }
    #expect(named.count == 400)
  }

  @Test("Roles that a resource is given are named, and nothing in a policy counts as given")
  func passedRoles() {
    let role = "arn:aws:iam::111122223333:role/task"
    let policy = PermissionPolicy(
      account: "111122223333",
      steps: [
        step("AWS::ECS::TaskDefinition", ["ExecutionRoleArn": .string(role), "TaskRoleArn": .string(role)]),
        step("AWS::IAM::InstanceProfile", ["Roles": ["host"]]),
        step("AWS::S3::BucketPolicy", ["PolicyDocument": ["Principal": ["AWS": "arn:aws:iam::111122223333:role/reader"]]]),
      ])
    #expect(
      statement("PassRoles", of: policy)?["Resource"] == [
        "arn:aws:iam::111122223333:role/host", "arn:aws:iam::111122223333:role/task",
      ])
  }

  @Test("A key that a service uses brings the actions on keys, an AWS-owned one does not")
  func keys() {
    let own = PermissionPolicy(
      account: "111122223333",
      steps: [step("AWS::Logs::LogGroup", ["KmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/1"])])
    #expect(statement("UseKeys", of: own)?["Resource"] == ["arn:aws:kms:eu-west-1:111122223333:key/1"])
    #expect(statement("GrantKeysToServices", of: own)?["Condition"] == ["Bool": ["kms:GrantIsForAWSResource": "true"]])
    let unknown = PermissionPolicy(account: "111122223333", steps: [step("AWS::SNS::Topic", ["KmsMasterKeyId": "alias/app"])])
    #expect(statement("UseKeys", of: unknown)?["Resource"] == ["arn:aws:kms:eu-west-1:111122223333:key/*"])
    let owned = PermissionPolicy(account: "111122223333", steps: [step("AWS::SNS::Topic", ["KmsMasterKeyId": "alias/aws/sns"])])
    #expect(statement("UseKeys", of: owned) == nil)
  }

  @Test("Steps that do nothing need nothing")
  func nothing() {
    let policy = PermissionPolicy(
      account: "111122223333", steps: [step("AWS::SNS::Topic", does: .keep), step("AWS::IAM::Role", does: .forget)])
    #expect(policy.statements == [])
    #expect(policy.documents == [])
  }

  @Test("What does not fit into one managed policy is split between statements")
  func split() {
    let policy = PermissionPolicy(account: "111122223333", steps: AWSProvider.directTypes.map { step($0) })
    #expect(policy.documents.count > 1)
    for document in policy.documents {
      #expect(JSONWriter.plainText(of: document).filter { !$0.isWhitespace }.count <= PermissionPolicy.managedPolicyLimit)
    }
  }

  @Test("A type that goes through Cloud Control is told, because its service's actions are not known")
  func indirect() {
    let report = PermissionReport(steps: [step("AWS::Athena::WorkGroup")])
    #expect(report.indirectTypes == ["AWS::Athena::WorkGroup"])
  }

  @Test("Each account and role has its own policy, and the caller may assume the roles")
  func accounts() {
    let role = "arn:aws:iam::444455556666:role/deployer"
    let other = Placement(account: "444455556666", region: "eu-west-1", roleChain: [role])
    let report = PermissionReport(steps: [step("AWS::SNS::Topic"), step("AWS::SNS::Topic", in: other)])
    #expect(report.entries.map(\.account) == ["111122223333", "444455556666", ""])
    #expect(report.entries.map(\.role) == [nil, role, nil])
    #expect(report.entries.last?.documents.first?["Statement"]?.arrayValue?.first?["Resource"] == [.string(role)])
  }

  @Test("A role of the program is named before it exists")
  func roleNames() {
    let here = SourceLocation(fileID: "Stacks/A.swift", line: 1, column: 1)
    let named = ResourceNode(
      address: "a/named", type: "AWS::IAM::Role", placement: Self.place, properties: ["RoleName": "worker", "Path": "/app/"], source: here)
    let unnamed = ResourceNode(address: "a/unnamed", type: "AWS::IAM::Role", placement: Self.place, source: here)
    let names = ResourceNames(in: [named, unnamed], environment: "pilot")
    let filled = names.filled(
      ["RoleArn": .reference(Reference("a/named", "Arn")), "Other": .reference(Reference("a/unnamed", "Arn"))])
    #expect(filled["RoleArn"] == "arn:aws:iam::111122223333:role/app/worker")
    #expect(filled["Other"] == "arn:aws:iam::111122223333:role/pilot-a-unnamed-*")
  }
}
