import AWSProvider
import StrataModel
import StrataTesting
import Testing

@testable import Strata

@Suite("Serenity: the policy that a deployment needs")
struct PermissionsTests {
  private func report() throws -> PermissionReport {
    let graph = try SerenityGraphs.pilot
    let names = ResourceNames(in: graph.resources, environment: graph.environment)
    return PermissionReport(
      steps: graph.resources.flatMap { node in
        [PlanStep.Operation.create, .update, .delete].map { PermissionPolicy.Step(node, does: $0, names) }
      })
  }

  private func statements(_ report: PermissionReport) -> [PropertyObject] {
    report.entries.flatMap(\.documents).flatMap { $0["Statement"]?.arrayValue?.compactMap(\.objectValue) ?? [] }
  }

  @Test("No change is allowed on everything where IAM can limit it")
  func limited() throws {
    let open = try statements(report()).filter { $0["Resource"] == ["*"] }.flatMap(\.actions)
    #expect(!open.isEmpty)
    let limitable = open.filter { text in
      let parts = text.split(separator: ":").map(String.init)
      guard let facts = ActionResources.of(IAMAction(parts[0], parts[1])) else { return parts[0] != "cloudformation" }
      return facts.level != .read && !facts.entries.isEmpty
    }
    #expect(limitable == [])
  }

  @Test("Buckets, tables, log groups and roles are named")
  func named() throws {
    let statements = try statements(report())
    func resources(_ action: String) -> [String] { statements.filter { $0.actions.contains(action) }.flatMap(\.resources) }
    #expect(resources("s3:PutBucketPolicy").allSatisfy { $0.hasPrefix("arn:aws:s3:::serenity-pilot-") })
    #expect(resources("s3:PutBucketPolicy").contains("arn:aws:s3:::serenity-pilot-audit-logs-123456789012"))
    #expect(
      resources("dynamodb:CreateTable") == [
        "arn:aws:dynamodb:us-east-1:123456789012:table/serenity-pilot-audit",
        "arn:aws:dynamodb:us-east-1:123456789012:table/serenity-pilot-sessions",
      ])
    #expect(resources("logs:CreateLogGroup").contains("arn:aws:logs:us-east-1:123456789012:log-group:/serenity/pilot/api"))
    #expect(resources("iam:CreateRole").allSatisfy { $0 != "*" && $0 != "arn:aws:iam::123456789012:role/*" })
    #expect(!resources("iam:PassRole").isEmpty)
  }

  @Test("Each policy is one that IAM takes, and no more than a role can have")
  func size() throws {
    let documents = try report().entries.flatMap(\.documents)
    for document in documents {
      #expect(JSONWriter.plainText(of: document).filter { !$0.isWhitespace }.count <= PermissionPolicy.managedPolicyLimit)
      let ids = document["Statement"]?.arrayValue?.compactMap { $0["Sid"]?.stringValue } ?? []
      #expect(Set(ids).count == ids.count)
    }
    // Ten is IAM's quota until it is raised (IAM user guide, "IAM and AWS STS quotas").
    #expect(documents.count <= 10)
  }
}
