import AWSClient
import StrataModel

/// Handlers of EC2 objects with an identifier of their own, which one Describe operation shows.
///
/// EC2 is eventually consistent: an identifier may be unknown for seconds after the create that answered with it, to reads as well as to
/// calls that refer to it (API reference, "Ensuring idempotency" and "Eventual consistency"). So each create waits until the object shows.
protocol EC2ObjectHandler: ResourceHandler {
  static var object: EC2Object { get }

  /// How far an object is that shows.
  func state(of object: AWSValue) -> Readiness
}

extension EC2ObjectHandler {
  static var waits: Set<Intent.Operation> { [.create] }

  func state(of object: AWSValue) -> Readiness { .ready }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let object = try await describe(call) else { return .pending(after: 500) }
    return state(of: object)
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await describe(call, matching: filter).compactMap { $0[Self.object.identifier]?.string }
  }

  /// The object as EC2 shows it; `nil` when it is no more.
  func describe(_ call: ResourceCall) async throws -> AWSValue? {
    let found = try await call.describe(Self.object.describe, Self.object.identifiers, call.identifier, in: Self.object.results)
    return found.flatMap { isGone($0) ? nil : $0 }
  }

  /// The objects that match, those that are no more left out.
  func describe(_ call: ResourceCall, matching filter: ListFilter) async throws -> [AWSValue] {
    let filters = filter.ec2Filters(Self.object.filters)
    let found = try await call.pages("ec2", Self.object.describe, [Self.object.filterMember: filters])
    return found.flatMap { $0[Self.object.results]?.list ?? [$0] }.filter { !isGone($0) }
  }

  private func isGone(_ object: AWSValue) -> Bool { (object["State"]?.string).map { Self.object.goneStates.contains($0) } ?? false }

  /// The state of an object that is made in seconds.
  func awaiting(_ object: AWSValue, states: Set<String> = ["available"], failed: Set<String> = ["failed"], pause: Int = 1_000) -> Readiness
  {
    guard let state = object["State"]?.string?.lowercased() else { return .ready }
    if failed.contains(state) {
      return .failed(object["FailureMessage"]?.string ?? object["LastError"]?["Message"]?.string ?? "It went into state '\(state)'.")
    }
    return states.contains(state) ? .ready : .pending(after: pause)
  }
}
