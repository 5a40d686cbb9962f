import AWSProvider
import ResourceCatalog
import StrataModel
import Testing

@testable import CloudControlServer

@Suite("Lists of resources")
struct ListTests {
  private let cloud = CloudControlFixture()
  private let type = "AWS::Logs::LogGroup"

  private func list(_ members: PropertyObject) async -> CloudControlFixture.Answer { await cloud.call("ListResources", members) }

  private func identifiers(_ answer: CloudControlFixture.Answer) -> [String] {
    (answer.members["ResourceDescriptions"]?.arrayValue ?? []).compactMap { $0["Identifier"]?.stringValue }
  }

  @Test("A list shows what identifies each object, and no more")
  func shows() async {
    await cloud.create(type, ["LogGroupName": "app", "RetentionInDays": 7])
    let answer = await list(["TypeName": .string(type)])
    #expect(answer.members["TypeName"] == .string(type))
    #expect(identifiers(answer) == ["app"])
    let properties = answer.document(answer.members["ResourceDescriptions"]?.arrayValue?.first?["Properties"])
    #expect(properties["LogGroupName"] == "app")
    #expect(properties["RetentionInDays"] == nil)
  }

  @Test("Pages neither repeat nor lose objects, although some go in between")
  func pages() async throws {
    for number in 1...6 { await cloud.create(type, ["LogGroupName": .string("app-\(number)")]) }
    let first = await list(["TypeName": .string(type), "MaxResults": 2])
    #expect(identifiers(first) == ["app-1", "app-2"])
    await cloud.delete(type, "app-1")
    let second = await list(["TypeName": .string(type), "MaxResults": 2, "NextToken": try #require(first.members["NextToken"])])
    #expect(identifiers(second) == ["app-3", "app-4"])
    let third = await list(["TypeName": .string(type), "MaxResults": 2, "NextToken": try #require(second.members["NextToken"])])
    #expect(identifiers(third) == ["app-5", "app-6"])
    #expect(third.members["NextToken"] == nil)
  }

  @Test("A token of another list, or none at all, is refused")
  func badTokens() async throws {
    for number in 1...2 { await cloud.create(type, ["LogGroupName": .string("app-\(number)")]) }
    let first = await list(["TypeName": .string(type), "MaxResults": 1])
    let token = try #require(first.members["NextToken"])
    #expect(await list(["TypeName": "AWS::S3::Bucket", "NextToken": token]).code == "InvalidRequestException")
    #expect(await list(["TypeName": .string(type), "NextToken": "nonsense"]).code == "InvalidRequestException")
    #expect(await list(["TypeName": .string(type), "MaxResults": 0]).code == "ValidationException")
    #expect(await list(["TypeName": .string(type), "MaxResults": 101]).code == "ValidationException")
  }

  @Test("Types that live in a parent are listed within it, and not without")
  func parents() async {
    for group in ["one", "two"] {
      await cloud.create(type, ["LogGroupName": .string(group)])
      await cloud.create("AWS::Logs::LogStream", ["LogGroupName": .string(group), "LogStreamName": "stream"])
    }
    let without = await list(["TypeName": "AWS::Logs::LogStream"])
    #expect(without.code == "InvalidRequestException")
    #expect(
      without.message
        == "Missing or invalid ResourceModel property in AWS::Logs::LogStream list handler request input. "
        + "Required property: (#: required key [LogGroupName] not found)")
    let within = await list(["TypeName": "AWS::Logs::LogStream", "ResourceModel": "{\"LogGroupName\":\"two\",\"Other\":1}"])
    #expect(identifiers(within) == ["two|stream"])
  }

  @Test("Every parent's property is one of its type")
  func parentTable() {
    for schema in ResourceCatalog.aws.types {
      for name in ParentProperties.names(of: String(schema.name)) ?? [] {
        #expect(schema.property(name) != nil, "\(schema.name) has no property \(name)")
      }
    }
  }

  @Test("The server refuses just those types that the shipped provider never sends to Cloud Control")
  func unprovisionable() {
    let provider = AWSProvider { _ in DeafCaller() }
    let place = Placement(account: "123456789012", region: "us-east-1")
    for schema in ResourceCatalog.aws.types {
      let name = String(schema.name)
      let route = provider.route(for: name, in: place)
      if route == nil { #expect(UnprovisionableTypes.names.contains(name), "\(name)") }
      if UnprovisionableTypes.names.contains(name) { #expect(route != .cloudControl, "\(name)") }
    }
  }
}
