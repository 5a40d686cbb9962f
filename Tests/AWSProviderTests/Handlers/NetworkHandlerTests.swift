import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("VPCs and subnets")
struct NetworkHandlerTests {
  private let vpc = ResourceFixture("AWS::EC2::VPC")
  private let subnet = ResourceFixture("AWS::EC2::Subnet")

  init() {
    vpc.answer("ec2:CreateVpc", ["Vpc": ["VpcId": "vpc-1"]])
    vpc.answer("ec2:DescribeVpcs", ["Vpcs": [["VpcId": "vpc-1", "State": "available", "CidrBlock": "10.0.0.0/16"]]])
    subnet.answer("ec2:CreateSubnet", ["Subnet": ["SubnetId": "subnet-1"]])
    subnet.answer("ec2:DescribeSubnets", ["Subnets": [["SubnetId": "subnet-1", "State": "available"]]])
  }

  @Test("A VPC is created with its tags, shown until it is available, and read")
  func createVPC() async throws {
    vpc.answer("ec2:DescribeVpcAttribute", ["EnableDnsSupport": ["Value": true], "EnableDnsHostnames": ["Value": false]])
    vpc.answer("ec2:DescribeSecurityGroups", ["SecurityGroups": [["GroupName": "default", "GroupId": "sg-1"]]])
    vpc.answer("ec2:DescribeNetworkAcls", ["NetworkAcls": [["IsDefault": true, "NetworkAclId": "acl-1"]]])
    let object = try await vpc.create(["CidrBlock": "10.0.0.0/16", "Tags": [["Key": "team", "Value": "core"]]]).object
    // The reads go side by side, in no order that could be told.
    vpc.expectChanges(
      SentCall(
        "ec2:CreateVpc",
        ["CidrBlock": "10.0.0.0/16", "TagSpecifications": [["ResourceType": "vpc", "Tags": [["Key": "team", "Value": "core"]]]]]))
    #expect(object?.properties["DefaultSecurityGroup"] == "sg-1")
    #expect(object?.properties["DefaultNetworkAcl"] == "acl-1")
    #expect(object?.properties["EnableDnsSupport"] == true)
  }

  @Test("The two DNS attributes are calls of their own, made only where they differ from what EC2 gives")
  func dnsOfNewVPC() async throws {
    try await vpc.create(["CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true, "EnableDnsHostnames": true])
    vpc.expectChanges(
      SentCall("ec2:CreateVpc", ["CidrBlock": "10.0.0.0/16"]),
      SentCall("ec2:ModifyVpcAttribute", ["VpcId": "vpc-1", "EnableDnsHostnames": ["Value": true]]))
  }

  @Test("Names for hosts need resolution: it is switched on first and off last, and both fall back to EC2's defaults")
  func dnsOfVPC() async throws {
    let on: [SentCall] = ["EnableDnsSupport", "EnableDnsHostnames"].map {
      SentCall("ec2:ModifyVpcAttribute", ["VpcId": "vpc-1", $0: ["Value": true]])
    }
    try await vpc.update(
      "vpc-1", from: ["EnableDnsSupport": false], to: ["EnableDnsSupport": true, "EnableDnsHostnames": true])
    vpc.expectChanges(on[0], on[1])
    try await vpc.update(
      "vpc-1", from: ["EnableDnsSupport": true, "EnableDnsHostnames": true], to: ["EnableDnsSupport": false])
    vpc.expectChanges(
      SentCall("ec2:ModifyVpcAttribute", ["VpcId": "vpc-1", "EnableDnsHostnames": ["Value": false]]),
      SentCall("ec2:ModifyVpcAttribute", ["VpcId": "vpc-1", "EnableDnsSupport": ["Value": false]]))
    try await vpc.update("vpc-1", from: ["EnableDnsSupport": false], to: [:])
    vpc.expectChanges(on[0])
  }

  @Test("Tags of EC2 objects are set and removed by the object's identifier")
  func tags() async throws {
    try await vpc.update("vpc-1", from: ["Tags": [["Key": "old", "Value": "1"]]], to: ["Tags": [["Key": "new", "Value": "2"]]])
    vpc.expectChanges(
      SentCall("ec2:DeleteTags", ["Resources": ["vpc-1"], "Tags": [["Key": "old"]]]),
      SentCall("ec2:CreateTags", ["Resources": ["vpc-1"], "Tags": [["Key": "new", "Value": "2"]]]))
  }

  @Test("A VPC that is in use is not deleted, and one that is gone is gone")
  func deleteVPC() async throws {
    #expect(try await vpc.delete("vpc-1") == .gone)
    vpc.expectCalls(SentCall("ec2:DeleteVpc", ["VpcId": "vpc-1"]))
    vpc.refuse("ec2:DeleteVpc", "DependencyViolation")
    #expect(await failure { () throws(ProviderError) in try await vpc.delete("vpc-1") }?.code == .conflict)
    vpc.refuse("ec2:DescribeVpcs", "InvalidVpcID.NotFound")
    #expect(await failure { () throws(ProviderError) in try await vpc.read("vpc-1") }?.code == .notFound)
  }

  @Test("A new VPC that does not show yet is waited for")
  func eventualConsistency() async throws {
    vpc.refuse("ec2:DescribeVpcs", "InvalidVpcID.NotFound")
    let pending = try await vpc.create(["CidrBlock": "10.0.0.0/16"]).pending
    #expect(pending?.identifier == "vpc-1")
    #expect(pending?.waitToken == "direct/create/vpc-1")
  }

  @Test("A subnet's attributes are changed one at a time; one that is no longer declared is switched off")
  func subnets() async throws {
    try await subnet.create([
      "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-central-1a", "MapPublicIpOnLaunch": true,
      "Tags": [["Key": "team", "Value": "core"]],
    ])
    subnet.expectChanges(
      SentCall(
        "ec2:CreateSubnet",
        [
          "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-central-1a",
          "TagSpecifications": [["ResourceType": "subnet", "Tags": [["Key": "team", "Value": "core"]]]],
        ]),
      SentCall("ec2:ModifySubnetAttribute", ["SubnetId": "subnet-1", "MapPublicIpOnLaunch": ["Value": true]]))
    try await subnet.update("subnet-1", from: ["MapPublicIpOnLaunch": true], to: ["AssignIpv6AddressOnCreation": true])
    subnet.expectChanges(
      SentCall("ec2:ModifySubnetAttribute", ["SubnetId": "subnet-1", "AssignIpv6AddressOnCreation": ["Value": true]]),
      SentCall("ec2:ModifySubnetAttribute", ["SubnetId": "subnet-1", "MapPublicIpOnLaunch": ["Value": false]]))
    #expect(try await subnet.delete("subnet-1") == .gone)
    subnet.expectCalls(SentCall("ec2:DeleteSubnet", ["SubnetId": "subnet-1"]))
  }
}
