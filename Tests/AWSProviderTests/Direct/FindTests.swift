import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Search for objects")
struct FindTests {
  private let groups = ResourceFixture("AWS::Logs::LogGroup")

  init() {
    let all: AWSValue = [
      "logGroups": [["logGroupName": "one", "retentionInDays": 7], ["logGroupName": "two", "retentionInDays": 30]]
    ]
    groups.answer("logs:DescribeLogGroups", all)
  }

  @Test("All objects that the service lists are found, each with its properties")
  func all() async throws {
    let found = try await groups.find(.all)
    #expect(found.map(\.identifier) == ["one", "two"])
    #expect(found.map { $0.properties["RetentionInDays"] } == [7, 30])
  }

  @Test("Lists are read page by page")
  func pages() async throws {
    groups.answer(
      "logs:DescribeLogGroups", ["logGroups": [["logGroupName": "one"]], "nextToken": "more"], ["logGroups": [["logGroupName": "two"]]],
      ["logGroups": [["logGroupName": "one"]]], ["logGroups": [["logGroupName": "two"]]])
    #expect(try await groups.find(.all).map(\.identifier) == ["one", "two"])
    let calls = groups.services.takeSent().filter { $0.operation == "logs:DescribeLogGroups" }
    #expect(calls.prefix(2) == [SentCall("logs:DescribeLogGroups"), SentCall("logs:DescribeLogGroups", ["nextToken": "more"])])
  }

  @Test("A tag finds the objects that bear it with that value")
  func tags() async throws {
    groups.services.script("logs:ListTagsForResource", [.success(["tags": ["team": "core"]]), .success(["tags": ["team": "other"]])])
    #expect(try await groups.find(.tag(key: "team", value: "core")).map(\.identifier) == ["one"])
  }

  @Test("Properties find the objects that agree in all of them; numbers and text are compared as text")
  func properties() async throws {
    #expect(try await groups.find(.properties(["RetentionInDays": 30])).map(\.identifier) == ["two"])
    #expect(try await groups.find(.properties(["RetentionInDays": "30"])).map(\.identifier) == ["two"])
    #expect(try await groups.find(.properties(["RetentionInDays": 30, "KmsKeyId": "key"])) == [])
  }

  @Test("A name is looked up by itself, without a list of everything")
  func names() async throws {
    #expect(try await groups.find(.properties(["LogGroupName": "two"])).map(\.identifier) == ["two"])
    let first = groups.services.takeSent().first
    #expect(first == SentCall("logs:DescribeLogGroups", ["logGroupNamePrefix": "two"]))
    #expect(try await groups.find(.properties(["LogGroupName": "three"])) == [])
  }

  @Test("Objects that vanish between list and read are left out")
  func vanished() async throws {
    groups.answer(
      "logs:DescribeLogGroups", ["logGroups": [["logGroupName": "one"], ["logGroupName": "two"]]], ["logGroups": []],
      ["logGroups": [["logGroupName": "two"]]])
    #expect(try await groups.find(.all).map(\.identifier) == ["two"])
  }

  @Test("EC2 searches by itself where it can")
  func filters() async throws {
    let subnets = ResourceFixture("AWS::EC2::Subnet")
    _ = try await subnets.find(.tag(key: "strata:instance", value: "a.b"))
    _ = try await subnets.find(.properties(["VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "MapPublicIpOnLaunch": true]))
    subnets.expectCalls(
      SentCall("ec2:DescribeSubnets", ["Filters": [["Name": "tag:strata:instance", "Values": ["a.b"]]]]),
      SentCall(
        "ec2:DescribeSubnets",
        ["Filters": [["Name": "cidr-block", "Values": ["10.0.0.0/24"]], ["Name": "vpc-id", "Values": ["vpc-1"]]]]))
  }
}
