extension Expression {
  /// What is asked for, in an expression that stands for the answer of a lookup.
  public var lookup: LookupQuery? {
    guard function == .lookup, case .object(let document)? = arguments.first else { return nil }
    return LookupQuery(document: document)
  }
}

extension PropertyValue {
  /// The value with the answers of lookups put in, and each expression over known values evaluated.
  ///
  /// A lookup for which `answer` returns `nil` stays.
  public func answeringLookups(_ answer: (LookupQuery) -> PropertyValue?) -> PropertyValue {
    switch self {
    case .null, .bool, .integer, .number, .string, .secret, .reference: return self
    case .array(let elements): return .array(elements.map { $0.answeringLookups(answer) })
    case .object(let object): return .object(object.mapValues { $0.answeringLookups(answer) })
    case .expression(let expression):
      if let query = expression.lookup { return answer(query) ?? self }
      let resolved = Expression(expression.function, expression.arguments.map { $0.answeringLookups(answer) })
      return resolved.evaluated() ?? .expression(resolved)
    }
  }

  /// Calls `body` for each lookup at any depth, with the path that leads to it.
  public func forEachLookup(at path: PropertyPath = .root, _ body: (LookupQuery, PropertyPath) -> Void) {
    switch self {
    case .null, .bool, .integer, .number, .string, .secret, .reference: break
    case .array(let elements):
      for (index, element) in elements.enumerated() where !element.isLiteral {
        element.forEachLookup(at: path.appending(index: index), body)
      }
    case .object(let object):
      for field in object.fields where !field.value.isLiteral { field.value.forEachLookup(at: path.appending(key: field.key), body) }
    case .expression(let expression):
      if let query = expression.lookup { return body(query, path) }
      for argument in expression.arguments { argument.forEachLookup(at: path, body) }
    }
  }
}
