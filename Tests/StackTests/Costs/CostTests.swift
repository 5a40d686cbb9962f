import Strata
import StrataCost
import StrataModel
import Testing

@testable import deploy

@Suite("What the systems cost")
struct SystemCostTests {
  private func estimate(_ environment: String) throws -> CostEstimate {
    let settings = Deploy().environments.all.first { $0.name == environment }?.cost
    return CostEstimator(settings: settings ?? CostSettings()).estimate(try EnvironmentGraphs.graph(of: environment))
  }

  @Test(
    "Every resource has a price, is free, or is known not to be estimated",
    arguments: [
      "pilot", "production", "jms-dev", "jms-staging", "kms-baseline", "scrybe-staging", "scrybe-production", "financial",
      "financial-future",
    ])
  func complete(environment: String) throws {
    let gaps = try estimate(environment).gaps
    #expect(gaps.isEmpty, "\(gaps.map { "\($0.address): \($0.reason)" })")
  }

  @Test("Serenity's pilot costs more than the guide says, because of parts that it does not count, and stays within its budget")
  func serenity() throws {
    let settings = try #require(Deploy().environments.all.first { $0.name == "pilot" }?.cost)
    let estimate = try estimate("pilot")
    let comparisons = estimate.comparisons(with: settings.documented)
    let total = try #require(comparisons.last)
    #expect(total.figure.range == 65...115)
    #expect(total.verdict == .above)
    let other = try #require(comparisons.first { $0.figure.scope == .remainder })
    #expect(other.parts.prefix(3).contains { $0.name == "EC2 interface endpoint" })
    #expect(other.parts.prefix(3).contains { $0.name == "EC2 NAT gateway" })
    let budget = try #require(settings.budget)
    #expect(estimate.total <= budget, "\(estimate.total)")
  }

  @Test("A tenant of JMS costs $1.40 a month at first, a dollar more after each of two rotations, and requests")
  func tenant() throws {
    let graph = try EnvironmentGraphs.graph(of: "jms-dev")
    func tenant(rotations: Quantity) throws -> Money {
      var settings = CostSettings()
      settings.usage.set([.kmsRequests: 0, .secretReads: 0, .kmsRotations: rotations])
      let totals = CostEstimator(settings: settings).estimate(graph).totals(by: .tenant)
      return try #require(totals.first { $0.name == "adams-county" }).amount
    }
    #expect(try tenant(rotations: 0) == 1.40)
    #expect(try tenant(rotations: 1) == 2.40)
    #expect(try tenant(rotations: 7) == 3.40)
  }
}
