import StrataModel

/// What a later process needs to ask how an operation goes: the operation's object.
struct WaitToken: Sendable, Hashable {
  var operation: Intent.Operation
  var identifier: String

  var text: String { "direct/\(operation.rawValue)/\(identifier)" }

  init(_ operation: Intent.Operation, _ identifier: String) {
    self.operation = operation
    self.identifier = identifier
  }

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "direct", let operation = Intent.Operation(rawValue: String(parts[1])) else { return nil }
    self.init(operation, String(parts[2]))
  }
}
