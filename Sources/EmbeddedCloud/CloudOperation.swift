public import StrataModel

/// A call that the cloud got, for tests.
public struct CloudOperation: Sendable, Hashable {
  public var call: FaultPlan.Call
  public var type: String
  public var placement: Placement
  public var identifier: String?
  public var token: String?
  /// Whether it was executed, whatever the caller was told.
  public var executed: Bool
  /// The service code of a refusal, or the name of a fault.
  public var failure: String?
}
