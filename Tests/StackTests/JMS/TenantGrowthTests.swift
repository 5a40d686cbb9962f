import Strata
import StrataModel
import StrataTesting
import Testing

@testable import JMSStacks

@Suite("JMS: one tenant more, and a thousand")
struct TenantGrowthTests {
  /// The graph with so many tenants.
  private func graph(tenants count: Int) throws -> ResourceGraph {
    try graph((0..<count).map { JMS.Tenant("county-\($0)", costCenter: "C-\($0)") })
  }

  private func graph(_ tenants: [JMS.Tenant]) throws -> ResourceGraph {
    let settings = JMS.Settings(environment: "test", tenants: JMS.TenantList(tenants), monthlyBudget: 100)
    return try synthesize { jms(settings) }
  }

  private func edges(_ graph: ResourceGraph) -> Int { graph.resources.reduce(0) { $0 + $1.dependencies.count } }

  @Test("Adding a tenant plans that tenant's four resources and nothing else, wherever it stands in the list")
  func addition() async throws {
    let tenants = ["adams", "baker", "clark"].map { JMS.Tenant("\($0)-county", costCenter: $0) }
    let environment = TestEnvironment()
    #expect(try await environment.deploy(try graph([tenants[0], tenants[2]])).failures == [])
    let plan = try await environment.plan(try graph(tenants))
    let steps = plan.steps.filter { $0.operation != .keep }
    #expect(steps.allSatisfy { $0.operation == .create })
    #expect(
      Set(steps.map(\.address.path)) == [
        "tenants/baker-county/key/key", "tenants/baker-county/key/alias", "tenants/baker-county/data-key", "tenants/baker-county/policy",
      ])
  }

  @Test("Removing a tenant plans the end of its four resources, and that loss has to be acknowledged")
  func removal() async throws {
    let tenants = ["adams", "baker"].map { JMS.Tenant("\($0)-county", costCenter: $0) }
    let environment = TestEnvironment()
    #expect(try await environment.deploy(try graph(tenants)).failures == [])
    let plan = try await environment.plan(try graph([tenants[1]]))
    let steps = plan.steps.filter { $0.operation != .keep }
    #expect(steps.allSatisfy { $0.operation == .delete && $0.address.path.hasPrefix("tenants/adams-county/") })
    #expect(steps.count == 4)
    #expect(plan.requiredAcknowledgements.contains { "\($0)".contains("tenants/adams-county/key/key") })
  }

  @Test("A tenant is four resources and seven edges at a thousand as at ten, and the longest chain stays what it is")
  func linear() throws {
    let none = try graph(tenants: 0)
    let ten = try graph(tenants: 10)
    let thousand = try graph(tenants: 1000)
    #expect(ten.resources.count == none.resources.count + 4 * 10)
    #expect(thousand.resources.count == none.resources.count + 4 * 1000)
    #expect(edges(ten) - edges(none) == 7 * 10)
    #expect(edges(thousand) - edges(none) == 7 * 1000)
    #expect(ten.depth == 5)
    #expect(thousand.depth == 5)
    #expect(none.resources.count >= 52)
  }

  @Test("No count of roles, policies, log groups, filters or alarms grows with the tenants")
  func quotas() throws {
    let growing = ["AWS::KMS::Key", "AWS::KMS::Alias", "AWS::SecretsManager::Secret", "AWS::SecretsManager::ResourcePolicy"]
    let ten = try graph(tenants: 10).countsByType.filter { !growing.contains($0.key) }
    #expect(try graph(tenants: 200).countsByType.filter { !growing.contains($0.key) } == ten)
  }
}
