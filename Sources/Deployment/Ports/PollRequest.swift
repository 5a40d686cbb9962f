public import StrataModel

/// A question about an operation that is under way.
public struct PollRequest: Sendable, Hashable {
  public var operation: Intent.Operation
  public var type: String
  public var placement: Placement
  public var route: ResourceRecord.Route
  public var waitToken: String

  /// Creates a request.
  public init(operation: Intent.Operation, type: String, placement: Placement, route: ResourceRecord.Route, waitToken: String) {
    self.operation = operation
    self.type = type
    self.placement = placement
    self.route = route
    self.waitToken = waitToken
  }
}
