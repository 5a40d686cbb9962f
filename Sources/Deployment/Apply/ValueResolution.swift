import StrataModel

/// Puts what is known now in the place of references and expressions.
enum ValueResolution {
  /// What a reference stands for.
  enum Lookup {
    case known(PropertyValue)
    /// A sensitive attribute: it is fetched when it is sent and never recorded.
    case secret(SecretSource)
    case unknown
  }

  /// A document with everything known put in.
  struct Document: Sendable {
    /// The properties; secrets, and expressions that wait for one, are left as they are.
    var properties: PropertyObject
    /// What each outermost reference or expression was resolved to, by its path.
    var bindings: [PropertyPath: PropertyValue] = [:]
    /// The references for which there is no value.
    var missing: [Reference] = []
    /// The secrets to fetch, by path.
    var secrets: [PropertyPath: SecretSource] = [:]
  }

  /// Resolves a document.
  static func resolve(_ properties: PropertyObject, _ lookup: (Reference) -> Lookup) -> Document {
    var document = Document(properties: properties)
    for field in properties.fields where !field.value.isLiteral {
      let path = PropertyPath(field.key)
      let value = resolve(field.value, path, into: &document, isInside: false, lookup)
      document.properties[field.key] = value
      if value.holdsSecret { value.forEachSecret(at: path) { document.secrets[$0] = $1 } }
    }
    return document
  }

  /// - Parameter isInside: whether the value is part of an expression, whose result is bound instead.
  private static func resolve(
    _ value: PropertyValue, _ path: PropertyPath, into document: inout Document, isInside: Bool, _ lookup: (Reference) -> Lookup
  ) -> PropertyValue {
    switch value {
    case .null, .bool, .integer, .number, .string, .secret: return value
    case .reference(let reference):
      switch lookup(reference) {
      case .known(let known):
        if !isInside { document.bindings[path] = known }
        return known
      case .secret(let source): return .secret(source)
      case .unknown:
        document.missing.append(reference)
        return value
      }
    case .array(let elements):
      return .array(
        elements.enumerated().map { index, element in
          element.isLiteral
            ? element : resolve(element, path.appending(index: index), into: &document, isInside: isInside, lookup)
        })
    case .object(let object):
      var result = object
      for field in object.fields where !field.value.isLiteral {
        result[field.key] = resolve(field.value, path.appending(key: field.key), into: &document, isInside: isInside, lookup)
      }
      return .object(result)
    case .expression(let expression):
      let arguments = expression.arguments.map { resolve($0, path, into: &document, isInside: true, lookup) }
      let resolved = Expression(expression.function, arguments)
      guard let known = resolved.evaluated() else { return .expression(resolved) }
      if !isInside { document.bindings[path] = known }
      return known
    }
  }
}
