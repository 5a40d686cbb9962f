import StrataLanguage
import StrataModel
import Testing

@Suite("Checks of names, places and quotas")
struct PlacementCheckTests {
  @Test("Two resources of one place cannot have one name; of two places they can")
  func names() {
    let found = messages("name-collision") { program in
      program.add("a/one", "DynamoDB::Table", ["TableName": "sessions"])
      program.add("a/two", "DynamoDB::Table", ["TableName": "sessions"])
      program.add("a/far", "DynamoDB::Table", ["TableName": "sessions"], in: "us-west-2")
      program.add("a/unnamed", "DynamoDB::Table")
      program.add("a/nameless", "DynamoDB::Table")
    }
    #expect(found == ["20 error: TableName 'sessions' of 'a/two' is already that of 'a/one'"])
  }

  @Test("Names of roles are the account's, those of buckets the world's")
  func reach() {
    let found = messages("name-collision") { program in
      program.add("a/role", "IAM::Role", ["RoleName": "app"])
      program.add("a/role2", "IAM::Role", ["RoleName": "app"], in: "us-west-2")
      program.add("a/role3", "IAM::Role", ["RoleName": "app"], account: "210987654321")
      program.add("a/bucket", "S3::Bucket", ["BucketName": "assets"])
      program.add("a/bucket2", "S3::Bucket", ["BucketName": "assets"], account: "210987654321")
    }
    #expect(
      found == [
        "20 error: RoleName 'app' of 'a/role2' is already that of 'a/role'",
        "50 error: BucketName 'assets' of 'a/bucket2' is already that of 'a/bucket'",
      ])
  }

  @Test("What only one may hold is told by the parent's reference: listener ports, priorities, aliases")
  func occupancy() {
    let found = messages("name-collision") { program in
      program.add("a/alb", "ElasticLoadBalancingV2::LoadBalancer")
      program.add("a/other", "ElasticLoadBalancingV2::LoadBalancer")
      program.add("a/l1", "ElasticLoadBalancingV2::Listener", ["LoadBalancerArn": ref("a/alb", "LoadBalancerArn"), "Port": 443])
      program.add("a/l2", "ElasticLoadBalancingV2::Listener", ["LoadBalancerArn": ref("a/alb", "LoadBalancerArn"), "Port": 443])
      program.add("a/l3", "ElasticLoadBalancingV2::Listener", ["LoadBalancerArn": ref("a/other", "LoadBalancerArn"), "Port": 443])
      program.add("a/r1", "ElasticLoadBalancingV2::ListenerRule", ["ListenerArn": ref("a/l1", "ListenerArn"), "Priority": 10])
      program.add("a/r2", "ElasticLoadBalancingV2::ListenerRule", ["ListenerArn": ref("a/l1", "ListenerArn"), "Priority": 10])
      program.add("a/d1", "CloudFront::Distribution", ["DistributionConfig": ["Aliases": ["a.example.com", "b.example.com"]]])
      program.add("a/d2", "CloudFront::Distribution", ["DistributionConfig": ["Aliases": ["b.example.com"]]])
    }
    #expect(
      found == [
        "40 error: Port 443 of 'a/l2' is already that of 'a/l1'", "70 error: Priority 10 of 'a/r2' is already that of 'a/r1'",
        "90 error: DistributionConfig.Aliases 'b.example.com' of 'a/d2' is already that of 'a/d1'",
      ])
  }

  @Test("A VPC takes one internet gateway, and a VPN gateway beside it")
  func gateways() {
    let found = messages("name-collision") { program in
      program.add("a/vpc", "EC2::VPC")
      for name in ["one", "two"] {
        program.add(ResourceAddress("a/\(name)"), "EC2::InternetGateway")
        program.add(
          ResourceAddress("a/to-\(name)"), "EC2::VPCGatewayAttachment",
          ["VpcId": ref("a/vpc", "VpcId"), "InternetGatewayId": ref(ResourceAddress("a/\(name)"), "InternetGatewayId")])
      }
      program.add("a/vpn", "EC2::VPNGateway")
      program.add("a/to-vpn", "EC2::VPCGatewayAttachment", ["VpcId": ref("a/vpc", "VpcId"), "VpnGatewayId": ref("a/vpn", "VpnGatewayId")])
    }
    #expect(found == ["50 error: VpcId of 'a/vpc' of 'a/to-two' is already that of 'a/to-one'"])
  }

  @Test("Clients, pools and task families may share a name")
  func sharedNames() {
    let found = messages("name-collision") { program in
      for number in 1...2 {
        program.add(ResourceAddress("a/pool\(number)"), "Cognito::UserPool", ["UserPoolName": "users"])
        program.add(ResourceAddress("a/task\(number)"), "ECS::TaskDefinition", ["Family": "api"])
        program.add(ResourceAddress("a/client\(number)"), "Cognito::UserPoolClient", ["UserPoolId": "p", "ClientName": "web"])
      }
    }
    #expect(found == [])
  }

  @Test("A VPC, and a key that encrypts, are of the region of those who use them")
  func regions() {
    let found = messages("wrong-region") { program in
      program.add("a/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add("a/key", "KMS::Key", ["MultiRegion": true])
      program.add("a/far", "EC2::Subnet", ["VpcId": ref("a/vpc", "VpcId"), "CidrBlock": "10.0.1.0/24"], in: "us-west-2")
      program.add("a/secret", "SecretsManager::Secret", ["KmsKeyId": ref("a/key", "Arn")], in: "us-west-2")
      program.add("a/replica", "KMS::ReplicaKey", ["PrimaryKeyArn": ref("a/key", "Arn")], in: "us-west-2")
      program.add("a/good", "SecretsManager::Secret", ["KmsKeyId": ref("a/replica", "Arn")], in: "us-west-2")
    }
    #expect(
      found == [
        "30 error: VpcId names 'a/vpc' in us-east-1, and 'a/far' is in us-west-2",
        "40 error: KmsKeyId names 'a/key' in us-east-1, and 'a/secret' is in us-west-2",
      ])
  }

  @Test("An account has one detector per region")
  func singletons() {
    let found = messages("second-singleton") { program in
      program.add("a/one", "GuardDuty::Detector", ["Enable": true])
      program.add("a/two", "GuardDuty::Detector", ["Enable": true])
      program.add("a/far", "GuardDuty::Detector", ["Enable": true], in: "us-west-2")
    }
    #expect(found == ["20 error: 123456789012/us-east-1 can have one AWS::GuardDuty::Detector, and 'a/one' is it already"])
  }

  @Test("The roles on the way to an account make no second place of it")
  func singletonsBehindRoles() {
    let found = messages("second-singleton") { program in
      program.add("a/one", "GuardDuty::Detector", ["Enable": true], account: "210987654321")
      program.add("a/two", "GuardDuty::Detector", ["Enable": true], account: "210987654321") {
        $0.placement.roleChain = ["arn:aws:iam::210987654321:role/deployer"]
      }
    }
    #expect(found == ["20 error: 210987654321/us-east-1 can have one AWS::GuardDuty::Detector, and 'a/one' is it already"])
  }

  @Test("What cannot be shared, and roles that services take on, are of the account of those who use them")
  func accounts() {
    let found = messages("wrong-account") { program in
      program.add("a/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add("a/routes", "EC2::RouteTable", ["VpcId": ref("a/vpc", "VpcId")])
      program.add("a/role", "IAM::Role", ["AssumeRolePolicyDocument": trust("backup.amazonaws.com")])
      program.add("a/key", "KMS::Key")
      program.add(
        "b/route", "EC2::Route",
        ["RouteTableId": ref("a/routes", "RouteTableId"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1"],
        account: "210987654321")
      program.add(
        "b/selection", "Backup::BackupSelection",
        ["BackupPlanId": "p", "BackupSelection": ["SelectionName": "s", "IamRoleArn": ref("a/role", "Arn")]], account: "210987654321")
      program.add("b/subnet", "EC2::Subnet", ["VpcId": ref("a/vpc", "VpcId"), "CidrBlock": "10.0.1.0/24"], account: "210987654321")
      program.add("b/secret", "SecretsManager::Secret", ["KmsKeyId": ref("a/key", "Arn")], account: "210987654321")
    }
    #expect(
      found == [
        "50 error: RouteTableId names 'a/routes' of account 123456789012, and 'b/route' is in 210987654321",
        "60 error: BackupSelection.IamRoleArn names 'a/role' of account 123456789012, and 'b/selection' is in 210987654321",
      ])
  }

  @Test("An account has twelve digits")
  func accountNumbers() {
    let found = messages("invalid-account") { program in
      program.add("a/good", "SNS::Topic")
      program.add("a/short", "SNS::Topic", account: "12345678901")
      program.add("a/again", "SNS::Topic", account: "12345678901")
      program.add("a/name", "SNS::Topic", account: "production12")
    }
    #expect(
      found == [
        "20 error: 'a/short' is placed in account '12345678901', which has not twelve digits",
        "40 error: 'a/name' is placed in account 'production12', which has not twelve digits",
      ])
  }

  @Test("Quotas are counted for each account and region, not for all together")
  func quotasOfPlaces() {
    let found = messages("quota-exceeded") { program in
      for number in 1...4 {
        program.add(ResourceAddress("a/vpc\(number)"), "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
        program.add(ResourceAddress("b/vpc\(number)"), "EC2::VPC", ["CidrBlock": "10.0.0.0/16"], account: "210987654321")
        program.add(ResourceAddress("c/vpc\(number)"), "EC2::VPC", ["CidrBlock": "10.0.0.0/16"], in: "us-west-2")
      }
    }
    #expect(found == [])
  }

  @Test("Quotas per log group, region and account are counted")
  func quotas() {
    func found(filters: Int, addresses: Int) -> [String] {
      messages("quota-exceeded") { program in
        program.add("a/logs", "Logs::LogGroup")
        for number in 0..<filters {
          program.add(
            ResourceAddress("a/f\(number)"), "Logs::MetricFilter",
            ["LogGroupName": ref("a/logs", "LogGroupName"), "FilterName": .string("f\(number)")])
        }
        for number in 0..<addresses { program.add(ResourceAddress("a/ip\(number)"), "EC2::EIP", ["Domain": "vpc"]) }
      }
    }
    #expect(found(filters: 100, addresses: 5) == [])
    #expect(
      found(filters: 101, addresses: 6) == [
        "1020 error: 'a/logs' gets 101 of AWS::Logs::MetricFilter; 100 are the most",
        "1080 warning: 123456789012/us-east-1 gets 6 of AWS::EC2::EIP; the quota is 5 unless it was raised",
      ])
  }

  @Test("A resource bears 48 tags beside the engine's two")
  func tags() {
    func found(_ count: Int) -> [String] {
      messages("too-many-tags") { program in
        program.add("a/topic", "SNS::Topic", ["Tags": .array((0..<count).map { ["Key": .string("k\($0)"), "Value": "v"] })])
      }
    }
    #expect(found(48) == [])
    #expect(found(49) == ["10 error: Tags has 49 tags; AWS takes 50, of which two are the engine's"])
  }

  @Test("A target of control policies takes five, with the one that AWS attaches")
  func controlPolicies() {
    func found(_ count: Int) -> [String] {
      messages("too-many-control-policies") { program in
        for number in 0..<count {
          program.add(
            ResourceAddress("a/p\(number)"), "Organizations::Policy",
            ["Name": .string("p\(number)"), "Type": "SERVICE_CONTROL_POLICY", "Content": "{}", "TargetIds": ["123456789012"]])
        }
      }
    }
    #expect(found(4) == [])
    #expect(
      found(5) == ["50 error: 123456789012 gets 5 service control policies, and FullAWSAccess is one more; five are the most"])
  }
}
