import StrataEmbeddedCloud
import StrataModel
import Testing

@Suite("Requests")
struct RequestTests {
  private let cloud = CloudControlFixture()
  private let type = "AWS::Logs::LogGroup"

  @Test("The same token with the same content answers with the same request, however often, also after its end")
  func idempotency() async {
    let first = await cloud.create(type, ["LogGroupName": "app"], token: "once")
    let second = await cloud.create(type, ["LogGroupName": "app"], token: "once")
    #expect(first.token == second.token)
    #expect(await cloud.status(first.token).statusText == "SUCCESS")
    let third = await cloud.create(type, ["LogGroupName": "app"], token: "once")
    #expect(third.token == first.token)
    #expect(third.statusText == "SUCCESS")
    #expect(cloud.cloud.objects.count == 1)
  }

  @Test("The same token with other content is a conflict")
  func conflict() async {
    await cloud.create(type, ["LogGroupName": "app"], token: "once")
    #expect(await cloud.create(type, ["LogGroupName": "other"], token: "once").code == "ClientTokenConflictException")
    #expect(await cloud.update(type, "app", [], token: "once").code == "ClientTokenConflictException")
  }

  @Test("A token holds for 36 hours, and in its own account and region")
  func lifetime() async {
    let first = await cloud.create(type, ["LogGroupName": "app"], token: "once")
    var elsewhere = cloud
    elsewhere.region = "eu-west-1"
    #expect(await elsewhere.create(type, ["LogGroupName": "app"], token: "once").token != first.token)
    cloud.clock.advance(36 * 3_600_000)
    #expect(await cloud.create(type, ["LogGroupName": "app"], token: "once").token != first.token)
  }

  @Test("An update is repeated by its token although its test would fail now")
  func repeatedUpdate() async {
    await cloud.create(type, ["LogGroupName": "app", "RetentionInDays": 7])
    let patch: PropertyValue = [
      ["op": "test", "path": "/RetentionInDays", "value": 7], ["op": "replace", "path": "/RetentionInDays", "value": 30],
    ]
    let first = await cloud.update(type, "app", patch, token: "once")
    #expect(await cloud.status(first.token).statusText == "SUCCESS")
    #expect(await cloud.update(type, "app", patch, token: "once").token == first.token)
  }

  @Test("A request that is cancelled before it began does nothing")
  func cancel() async {
    let answer = await cloud.create(type, ["LogGroupName": "app"])
    let cancelled = await cloud.call("CancelResourceRequest", ["RequestToken": .string(answer.token)])
    #expect(cancelled.statusText == "CANCEL_COMPLETE")
    #expect(await cloud.status(answer.token).statusText == "CANCEL_COMPLETE")
    #expect(await cloud.get(type, "app").code == "ResourceNotFoundException")
    #expect(
      await cloud.call("CancelResourceRequest", ["RequestToken": .string(answer.token)]).code == "ConcurrentModificationException")
  }

  @Test("A token that nobody gave, or that belongs to another account, is not found")
  func unknown() async {
    let answer = await cloud.create(type, ["LogGroupName": "app"])
    #expect(await cloud.status("11111111-1111-4111-8111-111111111111").code == "RequestTokenNotFoundException")
    var other = cloud
    other.accessKey = "210987654321"
    #expect(await other.status(answer.token).code == "RequestTokenNotFoundException")
    #expect(
      await other.call("CancelResourceRequest", ["RequestToken": .string(answer.token)]).code == "RequestTokenNotFoundException")
  }

  @Test("Requests are listed newest first, by operation and status, page by page")
  func lists() async throws {
    for number in 1...5 { await cloud.create(type, ["LogGroupName": .string("app-\(number)")]) }
    await cloud.create(type, ["LogGroupName": "app-1"])
    await cloud.delete(type, "app-2")
    let all = await cloud.call("ListResourceRequests")
    let summaries = try #require(all.members["ResourceRequestStatusSummaries"]?.arrayValue)
    #expect(summaries.map { $0["Operation"] } == ["DELETE"] + Array(repeating: "CREATE", count: 6))
    #expect(all.members["NextToken"] == nil)

    let failed = await cloud.call("ListResourceRequests", ["ResourceRequestStatusFilter": ["OperationStatuses": ["FAILED"]]])
    #expect(failed.members["ResourceRequestStatusSummaries"]?.arrayValue?.count == 1)
    let filter: PropertyValue = ["Operations": ["CREATE"], "OperationStatuses": ["SUCCESS", "PENDING"]]
    var names: [PropertyValue?] = []
    var next: PropertyValue?
    repeat {
      var members: PropertyObject = ["ResourceRequestStatusFilter": filter, "MaxResults": 2]
      members["NextToken"] = next
      let page = await cloud.call("ListResourceRequests", members)
      names += (page.members["ResourceRequestStatusSummaries"]?.arrayValue ?? []).map { $0["Identifier"] }
      next = page.members["NextToken"]
    } while next != nil
    #expect(names == ["app-5", "app-4", "app-3", "app-2", "app-1"])
    #expect(
      await cloud.call("ListResourceRequests", ["ResourceRequestStatusFilter": ["Operations": ["READ"]]]).code == "ValidationException")
  }
}
