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
  ///
  /// - Parameter isRefreshing: whether every object is read first, so that the plan repairs what was changed behind the engine's back.
  public func plan(_ graph: ResourceGraph, isRefreshing: Bool = false) async throws -> Plan {
    let options = PlanOptions(engine: Self.engine, acknowledgements: Self.everything)
    let state = try await state(of: graph.environment)
    let observations = try await observations(state, graph, isRefreshing)
    return Plan.make(from: state, to: graph, observations: observations, options: options, schema: CatalogFacts())
  }

  /// What the cloud holds otherwise than it was left; see ``StrataEmbeddedCloud/EmbeddedCloud/tamper(_:with:)``.
  public func drift(of environment: String) async throws -> DriftReport {
    let state = try await state(of: environment)
    return DriftReport.make(from: state, observations: try await observations(state, nil, true), schema: CatalogFacts())
  }

  private func observations(_ state: StateSnapshot, _ graph: ResourceGraph?, _ isRefreshing: Bool) async throws -> Observations {
    let result = await Observer(of: cloud, schema: CatalogFacts()).observe(state, adopting: graph, isRefreshing: isRefreshing)
    guard result.failures.isEmpty else { throw UnreadableObjects(diagnostics: result.failures) }
    return result.observations
  }

  /// Plans and applies a graph; every loss of data counts as acknowledged.
  ///
  /// - Throws: ``DeploymentError`` when the deployment did not begin. Failed steps are part of the result.
  @discardableResult
  public func deploy(_ graph: ResourceGraph, isRefreshing: Bool = false) async throws -> DeploymentResult {
    try await apply(try await plan(graph, isRefreshing: isRefreshing))
  }

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

/// Objects that a refresh could not read.
public struct UnreadableObjects: Error, Hashable, Sendable, CustomStringConvertible {
  /// One error each, ascending by address.
  public let diagnostics: [Diagnostic]

  public var description: String { diagnostics.map(\.message).joined(separator: "\n") }
}
