import StrataModel

/// The direct handlers, by type.
struct HandlerRegistry: Sendable {
  private let handlers: [String: any ResourceHandler]

  init(_ handlers: [any ResourceHandler]) {
    self.handlers = Dictionary(handlers.map { (Swift.type(of: $0).type, $0) }) { first, _ in first }
  }

  func handler(for type: String) -> (any ResourceHandler)? { handlers[type] }

  /// The types with a handler, ascending.
  var types: [String] { handlers.keys.sorted() }
}
