import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Security groups")
struct SecurityGroupHandlerTests {
  private let group = ResourceFixture("AWS::EC2::SecurityGroup")
  private let everything: AWSValue = ["IpProtocol": "-1", "IpRanges": [["CidrIp": "0.0.0.0/0"]]]
  private let https: AWSValue = ["IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [["CidrIp": "10.0.0.0/8"]]]

  init() { group.answer("ec2:CreateSecurityGroup", ["GroupId": "sg-1"]) }

  private func show(ingress: [AWSValue] = [], egress: [AWSValue] = []) {
    group.answer(
      "ec2:DescribeSecurityGroups",
      ["SecurityGroups": [["GroupId": "sg-1", "GroupName": "app", "IpPermissions": .list(ingress), "IpPermissionsEgress": .list(egress)]]])
  }

  private func rules(_ operation: String, _ permissions: AWSValue...) -> SentCall {
    SentCall("ec2:" + operation, ["GroupId": "sg-1", "IpPermissions": .list(permissions)])
  }

  @Test("Rules are calls of their own; declared egress takes the place of what EC2 gives")
  func create() async throws {
    show()
    try await group.create([
      "GroupName": "app", "GroupDescription": "of the app", "VpcId": "vpc-1",
      "SecurityGroupIngress": [["IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8"]],
      "SecurityGroupEgress": [["IpProtocol": "-1", "DestinationSecurityGroupId": "sg-2", "Description": "to the database"]],
    ])
    group.expectChanges(
      SentCall("ec2:CreateSecurityGroup", ["GroupName": "app", "Description": "of the app", "VpcId": "vpc-1"]),
      rules("AuthorizeSecurityGroupIngress", https), rules("RevokeSecurityGroupEgress", everything),
      rules(
        "AuthorizeSecurityGroupEgress",
        ["IpProtocol": "-1", "UserIdGroupPairs": [["GroupId": "sg-2", "Description": "to the database"]]]))
  }

  @Test("Without declared egress the rule that EC2 gives stays; an empty list takes it away")
  func egressOfNewGroup() async throws {
    show()
    let properties: PropertyObject = ["GroupName": "app", "GroupDescription": "app", "VpcId": "vpc-1"]
    let create = SentCall("ec2:CreateSecurityGroup", ["GroupName": "app", "Description": "app", "VpcId": "vpc-1"])
    try await group.create(properties)
    group.expectChanges(create)
    try await group.create(properties.merging(["SecurityGroupEgress": []]))
    group.expectChanges(create, rules("RevokeSecurityGroupEgress", everything))
  }

  @Test("A rule that fails leaves a group that is known")
  func partialCreate() async {
    group.refuse("ec2:AuthorizeSecurityGroupIngress", "RulesPerSecurityGroupLimitExceeded")
    let error = await failure { () throws(ProviderError) in
      try await group.create([
        "GroupName": "app", "GroupDescription": "app", "SecurityGroupIngress": [["IpProtocol": "tcp", "CidrIp": "10.0.0.0/8"]],
      ])
    }
    #expect(error?.code == .limitExceeded)
    #expect(error?.identifier == "sg-1")
  }

  @Test("What is wanted and not there comes before what was ours goes; the rules of others stay")
  func update() async throws {
    let theirs: AWSValue = ["IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [["CidrIp": "192.0.2.0/24"]]]
    show(ingress: [https, theirs])
    try await group.update(
      "sg-1", from: ["SecurityGroupIngress": [["IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8"]]],
      to: ["SecurityGroupIngress": [["IpProtocol": "tcp", "FromPort": 8443, "ToPort": 8443, "CidrIp": "10.0.0.0/8"]]])
    group.expectChanges(
      rules(
        "AuthorizeSecurityGroupIngress", ["IpProtocol": "tcp", "FromPort": 8443, "ToPort": 8443, "IpRanges": [["CidrIp": "10.0.0.0/8"]]]),
      rules("RevokeSecurityGroupIngress", https))
  }

  @Test("A rule that differs in its description only is described anew, not replaced")
  func description() async throws {
    show(ingress: [https])
    let rule: PropertyObject = ["IpProtocol": "6", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8"]
    try await group.update(
      "sg-1", from: ["SecurityGroupIngress": [.object(rule)]],
      to: ["SecurityGroupIngress": [.object(rule.merging(["Description": "web"]))]])
    group.expectChanges(
      rules(
        "UpdateSecurityGroupRuleDescriptionsIngress",
        ["IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [["CidrIp": "10.0.0.0/8", "Description": "web"]]]))
  }

  @Test("Egress that is no longer declared becomes what EC2 gives: everything")
  func removal() async throws {
    show(egress: [https])
    try await group.update(
      "sg-1", from: ["SecurityGroupEgress": [["IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8"]]], to: [:])
    group.expectChanges(rules("AuthorizeSecurityGroupEgress", everything), rules("RevokeSecurityGroupEgress", https))
  }

  @Test("A read shows one rule for each peer, with groups of the own account without its number")
  func read() async throws {
    show(ingress: [
      [
        "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [["CidrIp": "10.0.0.0/8"], ["CidrIp": "192.0.2.0/24"]],
        "UserIdGroupPairs": [["GroupId": "sg-2", "UserId": "123456789012"], ["GroupId": "sg-3", "UserId": "210987654321"]],
      ]
    ])
    let ingress = try await group.read("sg-1")["SecurityGroupIngress"]
    func rule(_ peer: PropertyObject) -> PropertyValue {
      let passage: PropertyObject = ["IpProtocol": "tcp", "FromPort": 443, "ToPort": 443]
      return .object(passage.merging(peer))
    }
    #expect(
      ingress == [
        rule(["CidrIp": "10.0.0.0/8"]), rule(["CidrIp": "192.0.2.0/24"]), rule(["SourceSecurityGroupId": "sg-2"]),
        rule(["SourceSecurityGroupId": "sg-3", "SourceSecurityGroupOwnerId": "210987654321"]),
      ])
  }

  @Test("A group is deleted by its identifier")
  func delete() async throws {
    #expect(try await group.delete("sg-1") == .gone)
    group.expectCalls(SentCall("ec2:DeleteSecurityGroup", ["GroupId": "sg-1"]))
  }
}
