import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Routes and NAT gateways")
struct RoutingHandlerTests {
  private let route = ResourceFixture("AWS::EC2::Route")
  private let gateway = ResourceFixture("AWS::EC2::NatGateway")

  private func table(_ routes: AWSValue...) -> AWSValue { ["RouteTables": [["RouteTableId": "rtb-1", "Routes": .list(routes)]]] }

  @Test("A route is waited for until its table shows it, over its identifier with a slash in it")
  func createRoute() async throws {
    route.answer("ec2:DescribeRouteTables", table(), table(["DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1"]))
    let properties: PropertyObject = ["RouteTableId": "rtb-1", "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1"]
    let pending = try #require(try await route.create(properties).pending)
    route.expectChanges(
      SentCall("ec2:CreateRoute", ["RouteTableId": "rtb-1", "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1"]))
    #expect(pending.identifier == "rtb-1|0.0.0.0/0")
    #expect(pending.description?.properties == ["CidrBlock": "0.0.0.0/0"])
    let object = try await route.poll(.create, pending.waitToken).object
    #expect(object?.identifier == "rtb-1|0.0.0.0/0")
    #expect(object?.properties["GatewayId"] == "igw-1")
  }

  @Test("A change of the target replaces the route in place")
  func updateRoute() async throws {
    let before: PropertyObject = ["RouteTableId": "rtb-1", "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1"]
    try await route.update(
      "rtb-1|0.0.0.0/0", from: before,
      to: ["RouteTableId": "rtb-1", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "nat-1"])
    route.expectChanges(
      SentCall("ec2:ReplaceRoute", ["RouteTableId": "rtb-1", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "nat-1"]))
  }

  @Test(
    "A route is deleted by its destination, whatever kind that is",
    arguments: [
      ("0.0.0.0/0", "DestinationCidrBlock"), ("::/0", "DestinationIpv6CidrBlock"), ("pl-1", "DestinationPrefixListId"),
    ])
  func deleteRoute(_ destination: String, _ member: String) async throws {
    #expect(try await route.delete("rtb-1|" + destination) == .gone)
    route.expectCalls(SentCall("ec2:DeleteRoute", ["RouteTableId": "rtb-1", member: .string(destination)]))
  }

  @Test("An endpoint among the gateways is an endpoint to the declaration")
  func readRoute() async throws {
    route.answer("ec2:DescribeRouteTables", table(["DestinationCidrBlock": "10.0.0.0/8", "GatewayId": "vpce-1"]))
    let expected: PropertyObject = [
      "RouteTableId": "rtb-1", "CidrBlock": "10.0.0.0/8", "DestinationCidrBlock": "10.0.0.0/8", "VpcEndpointId": "vpce-1",
    ]
    #expect(try await route.read("rtb-1|10.0.0.0/8") == expected)
  }

  @Test("A NAT gateway is created with the token that makes a repetition the same create")
  func createGateway() async throws {
    gateway.answer("ec2:CreateNatGateway", ["NatGateway": ["NatGatewayId": "nat-1", "State": "pending"]])
    try await gateway.create(["SubnetId": "subnet-1", "AllocationId": "eipalloc-1", "Tags": [["Key": "team", "Value": "core"]]])
    gateway.expectCalls(
      SentCall(
        "ec2:CreateNatGateway",
        [
          "SubnetId": "subnet-1", "AllocationId": "eipalloc-1", "ClientToken": "token-1",
          "TagSpecifications": [["ResourceType": "natgateway", "Tags": [["Key": "team", "Value": "core"]]]],
        ]),
      SentCall("ec2:DescribeNatGateways", ["NatGatewayIds": ["nat-1"]]))
  }

  @Test("Secondary addresses come one by one, and go by their associations")
  func secondaryAddresses() async throws {
    try await gateway.update(
      "nat-1", from: ["SecondaryAllocationIds": ["eipalloc-2"]], to: ["SecondaryAllocationIds": ["eipalloc-2", "eipalloc-3"]])
    gateway.expectChanges(SentCall("ec2:AssociateNatGatewayAddress", ["NatGatewayId": "nat-1", "AllocationIds": ["eipalloc-3"]]))
    let addresses: AWSValue = [
      ["AllocationId": "eipalloc-1", "IsPrimary": true, "AssociationId": "eipassoc-1"],
      ["AllocationId": "eipalloc-2", "IsPrimary": false, "AssociationId": "eipassoc-2"],
    ]
    gateway.answer(
      "ec2:DescribeNatGateways", ["NatGateways": [["NatGatewayId": "nat-1", "State": "available", "NatGatewayAddresses": addresses]]])
    try await gateway.update("nat-1", from: ["SecondaryAllocationIds": ["eipalloc-2"]], to: ["MaxDrainDurationSeconds": 60])
    gateway.expectChanges(
      SentCall(
        "ec2:DisassociateNatGatewayAddress",
        ["NatGatewayId": "nat-1", "AssociationIds": ["eipassoc-2"], "MaxDrainDurationSeconds": 60]))
  }

  @Test("A deleted gateway that is still listed, and one that failed, are gone")
  func deleteGateway() async throws {
    #expect(try await gateway.delete("nat-1").pending?.waitToken == "direct/delete/nat-1")
    gateway.expectCalls(SentCall("ec2:DeleteNatGateway", ["NatGatewayId": "nat-1"]))
    for state in ["deleted", "failed"] {
      gateway.answer("ec2:DescribeNatGateways", ["NatGateways": [["NatGatewayId": "nat-1", "State": .string(state)]]])
      #expect(try await gateway.poll(.delete, "direct/delete/nat-1") == .gone)
    }
  }
}
