import StrataModel
import Testing

@Suite("Checks of networks")
struct NetworkCheckTests {
  private func subnet(_ range: PropertyValue, zone: PropertyValue? = nil, vpc: ResourceAddress = "net/vpc") -> PropertyObject {
    var properties: PropertyObject = ["VpcId": ref(vpc, "VpcId"), "CidrBlock": range]
    properties["AvailabilityZone"] = zone
    return properties
  }

  @Test("A subnet lies in one of the ranges of its VPC")
  func containment() {
    func build(_ program: inout Program) {
      program.add("net/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add("net/in", "EC2::Subnet", subnet("10.0.1.0/24"))
      program.add("net/out", "EC2::Subnet", subnet("10.1.1.0/24"))
    }
    #expect(messages("subnet-outside-vpc", build) == ["30 error: subnet 10.1.1.0/24 lies outside of its VPC 10.0.0.0/16"])
    let withSecondRange = messages("subnet-outside-vpc") { program in
      build(&program)
      program.add("net/more", "EC2::VPCCidrBlock", ["VpcId": ref("net/vpc", "VpcId"), "CidrBlock": "10.1.0.0/16"])
    }
    #expect(withSecondRange == [])
  }

  @Test("Subnets of one VPC do not overlap; those of two may")
  func overlap() {
    let found = messages("subnet-overlap") { program in
      program.add("net/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add("net/other", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add("net/a", "EC2::Subnet", subnet("10.0.0.0/20"))
      program.add("net/b", "EC2::Subnet", subnet("10.0.8.0/24"))
      program.add("net/c", "EC2::Subnet", subnet("10.0.8.0/24", vpc: "net/other"))
    }
    #expect(found == ["40 error: subnet 10.0.8.0/24 overlaps 10.0.0.0/20 of 'net/a'"])
  }

  @Test("An Application Load Balancer spans two availability zones of one VPC")
  func zones() {
    func found(_ code: String, _ zones: [PropertyValue], type: PropertyValue? = nil) -> [String] {
      messages(code) { program in
        program.add("net/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
        var subnets: [PropertyValue] = []
        for (index, zone) in zones.enumerated() {
          let address = ResourceAddress("net/s\(index)")
          program.add(address, "EC2::Subnet", subnet(.string("10.0.\(index).0/24"), zone: zone))
          subnets.append(ref(address, "SubnetId"))
        }
        var properties: PropertyObject = ["Subnets": .array(subnets)]
        properties["Type"] = type
        program.add("net/alb", "ElasticLoadBalancingV2::LoadBalancer", properties)
      }
    }
    #expect(found("single-availability-zone", ["us-east-1a", "us-east-1b"]) == [])
    #expect(
      found("single-availability-zone", ["us-east-1a", "us-east-1a"]) == [
        "40 error: Subnets lies in us-east-1a alone; an Application Load Balancer needs two availability zones"
      ])
    #expect(found("single-availability-zone", ["us-east-1a", "us-east-1a"], type: "network") == [])
  }

  @Test("Subnets of several VPCs make no load balancer")
  func severalNetworks() {
    let found = messages("subnets-of-several-vpcs") { program in
      program.add("net/vpc", "EC2::VPC", ["CidrBlock": "10.0.0.0/16"])
      program.add("net/other", "EC2::VPC", ["CidrBlock": "10.1.0.0/16"])
      program.add("net/a", "EC2::Subnet", subnet("10.0.0.0/24", zone: "us-east-1a"))
      program.add("net/b", "EC2::Subnet", subnet("10.1.0.0/24", zone: "us-east-1b", vpc: "net/other"))
      program.add(
        "net/alb", "ElasticLoadBalancingV2::LoadBalancer", ["Subnets": [ref("net/a", "SubnetId"), ref("net/b", "SubnetId")]])
    }
    #expect(found == ["50 error: Subnets has subnets of 2 VPCs; an Application Load Balancer lives in one"])
  }

  @Test("Private DNS of an endpoint needs both DNS attributes of the VPC")
  func privateDNS() {
    func found(_ vpc: PropertyObject) -> [String] {
      messages("private-dns-without-vpc-dns") { program in
        program.add("net/vpc", "EC2::VPC", vpc)
        program.add(
          "net/endpoint", "EC2::VPCEndpoint",
          ["VpcId": ref("net/vpc", "VpcId"), "VpcEndpointType": "Interface", "ServiceName": "s", "PrivateDnsEnabled": true])
      }
    }
    #expect(
      found(["CidrBlock": "10.0.0.0/16"]) == [
        "20 error: PrivateDnsEnabled needs EnableDnsSupport and EnableDnsHostnames of 'net/vpc', which has not both"
      ])
    #expect(found(["CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": true]) == [])
    #expect(found(["CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": true, "EnableDnsSupport": false]).count == 1)
  }

  @Test("An endpoint service stands on a Network Load Balancer")
  func endpointService() {
    let found = messages("endpoint-service-of-application-balancer") { program in
      program.add("net/alb", "ElasticLoadBalancingV2::LoadBalancer")
      program.add("net/nlb", "ElasticLoadBalancingV2::LoadBalancer", ["Type": "network"])
      program.add("net/bad", "EC2::VPCEndpointService", ["NetworkLoadBalancerArns": [ref("net/alb", "LoadBalancerArn")]])
      program.add("net/good", "EC2::VPCEndpointService", ["NetworkLoadBalancerArns": [ref("net/nlb", "LoadBalancerArn")]])
    }
    #expect(
      found == [
        "30 error: NetworkLoadBalancerArns names 'net/alb', an Application Load Balancer, which cannot back an endpoint service"
      ])
  }

  @Test("Rules of access lists and security groups are counted per direction")
  func ruleCounts() {
    func found(entries: Int, rules: Int) -> [String] {
      messages("too-many-rules") { program in
        program.add("net/acl", "EC2::NetworkAcl", ["VpcId": "vpc-0a1b2c3d"])
        program.add(
          "net/group", "EC2::SecurityGroup",
          [
            "GroupDescription": "g",
            "SecurityGroupIngress": .array((0..<rules).map { ["IpProtocol": "tcp", "CidrIp": .string("10.0.\($0).0/24")] }),
          ])
        for number in 0..<entries {
          program.add(
            ResourceAddress("net/e\(number)"), "EC2::NetworkAclEntry",
            ["NetworkAclId": ref("net/acl", "Id"), "RuleNumber": .integer(number + 1), "Egress": true])
        }
      }
    }
    #expect(found(entries: 20, rules: 60) == [])
    #expect(
      found(entries: 41, rules: 61) == [
        "10 error: 'net/acl' has 41 outbound rules; a network ACL takes 40",
        "20 warning: 'net/group' has 61 inbound rules; a security group takes 60 unless the quota is raised",
      ])
  }

  @Test("Numbers of network ACL rules end at 32766, and no two of one direction are equal")
  func ruleNumbers() {
    func entry(_ number: Int, egress: Bool = false) -> PropertyObject {
      ["NetworkAclId": ref("net/acl", "Id"), "RuleNumber": .integer(number), "Egress": .bool(egress)]
    }
    func build(_ program: inout Program) {
      program.add("net/acl", "EC2::NetworkAcl", ["VpcId": "vpc-0a1b2c3d"])
      program.add("net/a", "EC2::NetworkAclEntry", entry(100))
      program.add("net/b", "EC2::NetworkAclEntry", entry(100, egress: true))
      program.add("net/c", "EC2::NetworkAclEntry", entry(100))
      program.add("net/d", "EC2::NetworkAclEntry", entry(40_000))
    }
    #expect(messages("rule-number-out-of-range", build) == ["50 error: RuleNumber must be in 1...32766, not 40000"])
    #expect(messages("name-collision", build) == ["40 error: RuleNumber 100 of 'net/c' is already that of 'net/a'"])
  }

  @Test("Access logs of a load balancer go to a bucket with SSE-S3 and a policy")
  func accessLogs() {
    func found(_ algorithm: PropertyValue, hasPolicy: Bool) -> [String] {
      var program = Program()
      program.add(
        "net/logs", "S3::Bucket",
        [
          "BucketEncryption": ["ServerSideEncryptionConfiguration": [["ServerSideEncryptionByDefault": ["SSEAlgorithm": algorithm]]]]
        ])
      if hasPolicy {
        program.add("net/policy", "S3::BucketPolicy", ["Bucket": ref("net/logs", "BucketName"), "PolicyDocument": ["Statement": []]])
      }
      program.add(
        "net/alb", "ElasticLoadBalancingV2::LoadBalancer",
        [
          "LoadBalancerAttributes": [
            ["Key": "access_logs.s3.enabled", "Value": "true"], ["Key": "access_logs.s3.bucket", "Value": ref("net/logs", "BucketName")],
          ]
        ])
      return program.codes.filter { $0.hasPrefix("access-log") }
    }
    #expect(found("AES256", hasPolicy: true) == [])
    #expect(found("aws:kms", hasPolicy: true) == ["access-log-bucket-encryption"])
    #expect(found("AES256", hasPolicy: false) == ["access-log-bucket-policy"])
  }
}
