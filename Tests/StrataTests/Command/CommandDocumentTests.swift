import Foundation
import Strata
import StrataModel
import Testing

@Suite("What programs read")
struct CommandDocumentTests {
  @Test("A deployment with --json is one document: its result, with the plan in it")
  func deploy() async throws {
    let harness = try CommandHarness()
    let first = await harness.run("deploy", "pilot", "--yes", "--json") { PartStacks(delay: 1) }
    #expect(first.status == 0)
    let document = try #require(first.json, "\(first.text)")
    #expect(document["complete"] == true)
    #expect(document["created"] == document["plan"]?["counts"]?["created"])
    #expect(document["created"] == 3)
    // Where nothing is to be done, the plan is all there is.
    let again = await harness.run("deploy", "pilot", "--yes", "--json") { PartStacks(delay: 1) }
    #expect(try #require(again.json)["counts"]?["kept"] == 3)
    let destroyed = await harness.run("destroy", "pilot", "--yes", "--json", "--acknowledge-data-loss") { PartStacks(delay: 1) }
    #expect(try #require(destroyed.json, "\(destroyed.text)")["deleted"] == 3)
  }

  @Test("What is refused says its plan, and a deployment that is rolled back tells both ways")
  func failures() async throws {
    let harness = try CommandHarness()
    await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1, hasTable: true) }
    let refused = await harness.run("deploy", "pilot", "--yes", "--json") { PartStacks(delay: 1) }
    #expect(refused.status == 1)
    let plan = try #require(refused.json, "\(refused.text)")
    #expect(plan["counts"]?["deleted"] == 1)
    #expect(plan["diagnostics"]?.arrayValue?.compactMap { $0["code"]?.stringValue } == ["data-loss"])
    _ = try await harness.make("AWS::SNS::Topic", ["TopicName": "taken"])
    let failed = await harness.run("deploy", "pilot", "--rollback", "--yes", "--json") {
      PartStacks(delay: 2, queues: ["taken"], hasTable: true)
    }
    #expect(failed.status == 1)
    let document = try #require(failed.json, "\(failed.text)")
    #expect(document["complete"] == false)
    #expect(document["rollbacks"]?.arrayValue?.first?["complete"] == true)
    #expect(document["rollbacks"]?.arrayValue?.first?["plan"]?["rollback"] == true)
  }
}
