import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Cloud Control provider")
struct CloudControlProviderTests {
  private let cloud = CloudControlScript("AWS::Logs::LogGroup")

  @Test("A create sends type, state without nulls and client token, and waits by the request's token")
  func create() async throws {
    cloud.answer(
      "CreateResource", CloudControlScript.event("IN_PROGRESS", ["EventTime": .timestamp(100), "RetryAfter": .timestamp(102.5)]))
    let pending = try #require(
      try await cloud.create(["LogGroupName": "app", "KmsKeyId": .null, "Tags": [["Key": "a", "Value": .null]]]).pending)
    #expect(pending.waitToken == "request-1")
    #expect(pending.pollAfter == 2_500)
    #expect(
      cloud.services.takeSent() == [
        SentCall(
          "cloudcontrol:CreateResource",
          [
            "TypeName": "AWS::Logs::LogGroup", "DesiredState": #"{"LogGroupName":"app","Tags":[{"Key":"a"}]}"#, "ClientToken": "token-1",
          ])
      ])
  }

  @Test("A poll asks by the request's token, and shows the whole object when it is done")
  func poll() async throws {
    cloud.answer(
      "GetResourceRequestStatus", CloudControlScript.event("IN_PROGRESS"), CloudControlScript.event("SUCCESS", ["Identifier": "app"]))
    cloud.show("app", ["LogGroupName": "app", "Arn": "arn"])
    let pending = try #require(try await cloud.poll(.create, "request-1").pending)
    #expect(pending.pollAfter == 500)
    let object = try await cloud.poll(.create, pending.waitToken).object
    #expect(object == ObjectDescription(identifier: "app", properties: ["LogGroupName": "app", "Arn": "arn"]))
    let read: AWSValue = ["TypeName": "AWS::Logs::LogGroup", "Identifier": "app"]
    #expect(
      cloud.services.takeSent() == [
        SentCall("cloudcontrol:GetResourceRequestStatus", ["RequestToken": "request-1"]),
        SentCall("cloudcontrol:GetResourceRequestStatus", ["RequestToken": "request-1"]), SentCall("cloudcontrol:GetResource", read),
      ])
  }

  @Test("A read that lags behind a success is filled by what the request itself told")
  func laggingRead() async throws {
    cloud.answer("CreateResource", CloudControlScript.event("SUCCESS", ["Identifier": "app", "ResourceModel": #"{"Arn":"arn"}"#]))
    cloud.refuse("GetResource", "ResourceNotFoundException")
    #expect(try await cloud.create([:]).object == ObjectDescription(identifier: "app", properties: ["Arn": "arn"]))
  }

  @Test("Pauses are at least half a second and at most half a minute")
  func pauses() {
    func pause(_ seconds: Double) -> Int {
      ProgressEvent(["EventTime": .timestamp(100), "RetryAfter": .timestamp(100 + seconds)], hooks: nil).pause
    }
    #expect(pause(0.1) == 500)
    #expect(pause(3) == 3_000)
    #expect(pause(600) == 30_000)
  }

  @Test("A request that failed is an error, and so is one that was cancelled")
  func failures() async {
    cloud.answer(
      "GetResourceRequestStatus", CloudControlScript.event("FAILED", ["ErrorCode": "AlreadyExists", "StatusMessage": "app exists"]),
      CloudControlScript.event("CANCEL_COMPLETE"))
    let failed = await failure { () throws(ProviderError) in try await cloud.poll(.create, "request-1") }
    #expect(failed?.code == .alreadyExists)
    #expect(failed?.message == "app exists")
    #expect(await failure { () throws(ProviderError) in try await cloud.poll(.create, "request-1") }?.code == .cancelled)
  }

  @Test("What hooks refused is told from the request's hook events")
  func hooks() async {
    var answer = CloudControlScript.event("FAILED", ["ErrorCode": "NonCompliant", "StatusMessage": "refused"]).structure ?? [:]
    answer["HooksProgressEvent"] = [["HookTypeName": "Example::Guard", "HookStatus": "HOOK_FAILED", "HookStatusMessage": "no tags"]]
    cloud.answer("GetResourceRequestStatus", .structure(answer))
    let error = await failure { () throws(ProviderError) in try await cloud.poll(.create, "request-1") }
    #expect(error?.message == "refused (Example::Guard: no tags)")
  }

  @Test("A delete is gone when its request succeeds, and also when there was nothing to delete")
  func delete() async throws {
    cloud.answer("DeleteResource", CloudControlScript.event("IN_PROGRESS"))
    cloud.answer(
      "GetResourceRequestStatus", CloudControlScript.event("SUCCESS", ["Identifier": "app"]),
      CloudControlScript.event("FAILED", ["ErrorCode": "NotFound"]))
    let pending = try #require(try await cloud.delete().pending)
    #expect(try await cloud.poll(.delete, pending.waitToken) == .gone)
    #expect(try await cloud.poll(.delete, pending.waitToken) == .gone)
    let sent = cloud.services.takeSent().first
    #expect(
      sent
        == SentCall(
          "cloudcontrol:DeleteResource", ["TypeName": "AWS::Logs::LogGroup", "Identifier": "app", "ClientToken": "token-3"]))
  }

  @Test("A search reads what the list names, page by page, and passes over what has vanished")
  func find() async throws {
    cloud.answer(
      "ListResources", ["ResourceDescriptions": [CloudControlScript.description("one", [:])], "NextToken": "more"],
      ["ResourceDescriptions": [CloudControlScript.description("two", [:]), CloudControlScript.description("three", [:])]])
    cloud.services.script(
      "cloudcontrol:GetResource",
      [
        .success(["ResourceDescription": CloudControlScript.description("one", ["RetentionInDays": 7])]),
        .failure(.refused("ResourceNotFoundException")),
        .success(["ResourceDescription": CloudControlScript.description("three", ["RetentionInDays": 7])]),
      ])
    let query = ObjectQuery(type: cloud.type, placement: cloud.placement, route: .cloudControl, filter: .properties(["RetentionInDays": 7]))
    #expect(try await cloud.provider.find(query).map(\.identifier) == ["one", "three"])
    let lists = cloud.services.takeSent().filter { $0.operation == "cloudcontrol:ListResources" }.map(\.input)
    let first: AWSValue = ["TypeName": "AWS::Logs::LogGroup", "ResourceModel": #"{"RetentionInDays":7}"#]
    #expect(lists.first == first)
    #expect(lists.last?["NextToken"] == "more")
  }
}
