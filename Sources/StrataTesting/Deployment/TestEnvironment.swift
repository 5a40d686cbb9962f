import Foundation
public import StrataDeployment
public import StrataEmbeddedCloud
public import StrataModel
import StrataPlanning

/// An environment in memory: an embedded cloud and a state of its own, to which a test deploys graphs one after another.
public final class TestEnvironment: Sendable {
  /// The cloud that is deployed to.
  public let cloud: EmbeddedCloud

  private let backend = MemoryStateBackend()

  /// Creates an empty environment.
  public init(_ options: EmbeddedCloudOptions = EmbeddedCloudOptions()) { cloud = EmbeddedCloud(options) }

  /// The recorded state; empty before the first deployment.
  public func state(of environment: String) async throws -> StateSnapshot {
    try await backend.load()
      ?? StateSnapshot(lineage: "00000000-0000-0000-0000-000000000000", environment: environment, engine: Self.engine)
  }

  /// The plan from what is deployed to a graph.
  public func plan(_ graph: ResourceGraph) async throws -> Plan {
    let options = PlanOptions(engine: Self.engine, acknowledgements: Self.everything)
    return Plan.make(from: try await state(of: graph.environment), to: graph, options: options, schema: CatalogFacts())
  }

  /// Plans and applies a graph; every loss of data counts as acknowledged.
  ///
  /// - Throws: ``DeploymentError`` when the deployment did not begin. Failed steps are part of the result.
  @discardableResult
  public func deploy(_ graph: ResourceGraph) async throws -> DeploymentResult { try await apply(try await plan(graph)) }

  /// Deletes everything that was deployed.
  @discardableResult
  public func destroy(_ environment: String) async throws -> DeploymentResult {
    let options = PlanOptions(engine: Self.engine, acknowledgements: Self.everything)
    return try await apply(Plan.destroying(try await state(of: environment), options: options, schema: CatalogFacts()))
  }

  private func apply(_ plan: Plan) async throws -> DeploymentResult {
    let owner = LockOwner(principal: "test", host: "localhost", process: 1, command: "test", since: 0)
    let lease = try await backend.lock(as: owner)
    var options = DeploymentOptions(
      engine: Self.engine, command: "test", run: UUID().uuidString, host: "localhost", secretKey: [UInt8](repeating: 1, count: 32))
    options.acknowledged = Set(plan.requiredAcknowledgements)
    options.limits.keepsKnownRates = false
    do {
      let result = try await StrataDeployment.Deployment(to: cloud, options: options).apply(plan, lease: lease)
      await lease.release()
      return result
    } catch {
      await lease.release()
      throw error
    }
  }

  private static let engine = "0.1.0"
  private static let everything = GivenAcknowledgements(coversAll: true, allowsMassDelete: true)
}
