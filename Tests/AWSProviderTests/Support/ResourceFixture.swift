import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

/// One resource type over services that answer by script.
struct ResourceFixture: Sendable {
  let type: String
  let services = ServiceScript()
  let placement: Placement
  let provider: DirectProvider

  init(_ type: String, region: String = "eu-central-1", emulator: EmulatorCapabilities? = nil) {
    self.type = type
    placement = Placement(account: "123456789012", region: region)
    let services = services
    provider = DirectProvider(registry: .aws, sessions: PlacementSessions { _ in services }, emulator: emulator)
  }

  // MARK: The services

  /// Says what an operation answers, call by call; the last answer stays.
  func answer(_ operation: String, _ answers: AWSValue...) { services.script(operation, answers.map { .success($0) }) }

  /// Says with what an operation is refused.
  func refuse(_ operation: String, _ code: String, _ message: String = "no", status: Int = 400) {
    services.script(operation, [.failure(.refused(code, message, operation, status: status))])
  }

  /// Compares the calls since the last comparison.
  func expectCalls(_ expected: SentCall..., sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let sent = services.takeSent()
    #expect(sent == expected, sourceLocation: sourceLocation)
  }

  /// Compares the calls since the last comparison that are not mere reads.
  func expectChanges(_ expected: SentCall..., sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let sent = services.takeSent().filter { !$0.isRead }
    #expect(sent == expected, sourceLocation: sourceLocation)
  }

  // MARK: The provider

  @discardableResult
  func create(_ properties: PropertyObject) async throws(ProviderError) -> OperationProgress {
    try await provider.create(
      CreateRequest(type: type, placement: placement, route: .direct(version: 1), properties: properties, token: "token-1"))
  }

  func read(_ identifier: String, declared: PropertyObject? = nil) async throws(ProviderError) -> PropertyObject {
    var target = target(identifier)
    target.declared = declared.map { [$0] } ?? []
    return try await provider.read(target).properties
  }

  /// Brings an object from some properties to others; what differs at the top counts as changed.
  @discardableResult
  func update(
    _ identifier: String, from previous: PropertyObject, to properties: PropertyObject
  ) async throws(ProviderError) -> OperationProgress {
    let names = Set(previous.keys).union(properties.keys).filter { previous[$0] != properties[$0] }.sorted()
    return try await provider.update(
      UpdateRequest(
        target: target(identifier), properties: properties, previous: previous, changedPaths: names.map { PropertyPath($0) },
        token: "token-2"))
  }

  @discardableResult
  func delete(
    _ identifier: String, _ properties: PropertyObject = [:], liftsProtection: Bool = false
  ) async throws(ProviderError) -> OperationProgress {
    try await provider.delete(
      DeleteRequest(target: target(identifier), properties: properties, token: "token-3", liftsProtection: liftsProtection))
  }

  func poll(_ operation: Intent.Operation, _ waitToken: String) async throws(ProviderError) -> OperationProgress {
    try await provider.poll(
      PollRequest(operation: operation, type: type, placement: placement, route: .direct(version: 1), waitToken: waitToken))
  }

  func find(_ filter: ObjectQuery.Filter) async throws(ProviderError) -> [ObjectDescription] {
    try await provider.find(ObjectQuery(type: type, placement: placement, route: .direct(version: 1), filter: filter))
  }

  private func target(_ identifier: String) -> ObjectTarget {
    ObjectTarget(type: type, placement: placement, route: .direct(version: 1), identifier: identifier)
  }
}
