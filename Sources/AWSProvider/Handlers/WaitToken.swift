import StrataModel

/// What a later process needs to ask how an operation goes: the operation, its object, and what the handler noted.
struct WaitToken: Sendable, Hashable {
  var operation: Intent.Operation
  var identifier: String
  /// What ``ResourceHandler/memo(_:)`` said when the operation began; without slashes.
  var memo: String?

  var text: String { "direct/\(operation.rawValue)\(memo.map { ";" + $0 } ?? "")/\(identifier)" }

  init(_ operation: Intent.Operation, _ identifier: String, memo: String? = nil) {
    self.operation = operation
    self.identifier = identifier
    self.memo = memo
  }

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "direct" else { return nil }
    let words = parts[1].split(separator: ";", maxSplits: 1)
    guard let word = words.first, let operation = Intent.Operation(rawValue: String(word)) else { return nil }
    self.init(operation, String(parts[2]), memo: words.count > 1 ? String(words[1]) : nil)
  }
}
