/// How an object does, beyond what its resource document shows: whether tasks run, targets answer, an alarm rings.
public struct LiveState: Sendable, Hashable {
  /// How it does.
  public enum Condition: String, Sendable, Hashable, CaseIterable {
    case healthy
    /// Changing, or without enough data yet; asking again later can help.
    case unsettled
    case unhealthy
  }

  public var condition: Condition
  /// What the service said, in a few words without a full stop.
  public var text: String

  /// Creates a state.
  public init(_ condition: Condition, _ text: String) {
    self.condition = condition
    self.text = text
  }
}

/// A provider that can tell how objects do; implement it beside ``Provider`` where the cloud has health of its own.
public protocol LiveStateSource: Sendable {
  /// How an object does; `nil` for a type whose health the provider cannot tell.
  func liveState(of target: ObjectTarget) async throws(ProviderError) -> LiveState?
}
