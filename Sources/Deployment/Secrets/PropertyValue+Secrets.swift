import StrataModel

extension PropertyValue {
  /// Calls `body` for each secret, and each expression that depends on one, with the path that leads to it.
  func forEachSecret(at path: PropertyPath, _ body: (PropertyPath, SecretSource) -> Void) {
    switch self {
    case .null, .bool, .integer, .number, .string, .reference: break
    case .secret(let source): body(path, source)
    case .array(let elements):
      for (index, element) in elements.enumerated() { element.forEachSecret(at: path.appending(index: index), body) }
    case .object(let object):
      for field in object.fields { field.value.forEachSecret(at: path.appending(key: field.key), body) }
    case .expression(let expression):
      for argument in expression.arguments { argument.forEachSecret(at: path, body) }
    }
  }

  /// The value with secrets in place, and the expressions that waited for them evaluated.
  func revealing(_ texts: [SecretSource: String]) -> PropertyValue {
    switch self {
    case .null, .bool, .integer, .number, .string, .reference: return self
    case .secret(let source): return texts[source].map(PropertyValue.string) ?? self
    case .array(let elements): return .array(elements.map { $0.revealing(texts) })
    case .object(let object): return .object(object.mapValues { $0.revealing(texts) })
    case .expression(let expression):
      let revealed = Expression(expression.function, expression.arguments.map { $0.revealing(texts) })
      return revealed.evaluated() ?? .expression(revealed)
    }
  }
}
