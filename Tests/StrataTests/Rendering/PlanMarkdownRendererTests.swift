import Foundation
import Strata
import StrataModel
import Testing

@testable import Strata

@Suite("A plan as Markdown")
struct PlanMarkdownRendererTests {
  private func markdown(_ harness: CommandHarness, _ arguments: String..., delay: Int) async throws -> String {
    let path = harness.directory.appendingPathComponent("plan.md").path
    let output = await harness.run("plan", "pilot", "--markdown", path, "--cost") { DriftStack(delay: delay) }
    #expect(output.status == 0, "\(output.reports)")
    // What people read stays what it is.
    #expect(output.text.hasPrefix("Plan for pilot"))
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("Counts stand at the top, and each stack in a folded section with its differences in colour")
  func sections() async throws {
    let harness = try CommandHarness()
    let first = try await markdown(harness, delay: 30)
    #expect(first.hasPrefix("### Plan for `pilot`: 4 to create\n"))
    #expect(first.contains("<details><summary>app: 4 to create</summary>\n\n```diff\n"))
    #expect(first.contains("\n+ app/jobs  AWS::SQS::Queue  DriftStack.swift:"))
    #expect(first.contains("Cost: +$"))
    #expect(await harness.run("deploy", "pilot", "--yes", program: { DriftStack(delay: 30) }).status == 0)
    let second = try await markdown(harness, delay: 31)
    #expect(second.hasPrefix("### Plan for `pilot`: 1 to update\n"))
    #expect(second.contains("\n! app/jobs  AWS::SQS::Queue"))
    #expect(second.contains("\n-   DelaySeconds: 30\n+   DelaySeconds: 31\n"), "\(second)")
    #expect(try await markdown(harness, delay: 31) == second)
  }

  @Test("Without changes it says so")
  func nothing() async throws {
    let harness = try CommandHarness()
    #expect(await harness.run("deploy", "pilot", "--yes", program: { DriftStack(delay: 30) }).status == 0)
    let text = try await markdown(harness, delay: 30)
    #expect(text.hasPrefix("### Plan for `pilot`: no changes\n"))
    #expect(!text.contains("<details>"))
  }

  /// A plan with one update in each of some stacks.
  private func plan(_ count: Int, reason: String = "DelaySeconds changed") -> Plan {
    var plan = Plan(for: StateSnapshot(lineage: "l", environment: "pilot", engine: "1"), engine: "1")
    plan.steps = (0..<count).map { index in
      PlanStep(
        id: index, operation: .update, address: ResourceAddress("stack-\(index)/thing"), type: "AWS::SQS::Queue",
        placement: Placement(account: "123456789012", region: "us-east-1"), instance: InstanceID("i\(index)"), generation: 1, desired: nil,
        hasRecord: true, because: [reason], source: SourceLocation(fileID: "T/S.swift", line: 1, column: 1))
    }
    return plan
  }

  private func renderer(limit: Int = 60_000) -> PlanMarkdownRenderer {
    PlanMarkdownRenderer(sources: SourceFiles(root: URL(fileURLWithPath: "/nowhere")), limit: limit)
  }

  @Test("What grows beyond a comment is left out, and that is said")
  func limit() {
    let text = renderer(limit: 1_000).text(of: plan(50), target: "AWS")
    #expect(text.count < 1_100)
    #expect(text.contains("left out because of the length."))
    #expect(!renderer().text(of: plan(50), target: "AWS").contains("left out"))
  }

  @Test("A value cannot end its block")
  func fences() {
    let text = renderer().text(of: plan(1, reason: "it was ```` before"), target: "AWS")
    #expect(text.contains("`````diff\n"))
    #expect(text.contains("\n`````\n"))
  }

  @Test("What would be lost is in sight")
  func dangers() {
    var plan = plan(1)
    plan.requiredAcknowledgements = [
      Plan.Acknowledgement(address: "data/table", type: "AWS::DynamoDB::Table", reason: .dataLoss, step: 0, source: nil)
    ]
    let text = renderer().text(of: plan, target: "AWS")
    #expect(text.contains("> [!WARNING]\n> `data/table` (AWS::DynamoDB::Table) **loses its data**.\n"))
  }
}
