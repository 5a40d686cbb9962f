import ResourceCatalog
import StrataModel

extension TemplateRenderer {
  /// A value as the current template writes it; `nil` for nothing, which no template can say.
  mutating func value(_ value: PropertyValue, at place: Place) -> PropertyValue? {
    switch value {
    case .null: return nil
    case .bool, .integer, .number, .string: return value
    case .array(let elements):
      var result: [PropertyValue] = []
      for (index, element) in elements.enumerated() {
        if let element = self.value(element, at: place.appending(index: index)) { result.append(element) }
      }
      return .array(result)
    case .object(let object):
      var result = PropertyObject(minimumCapacity: object.count)
      for field in object.fields { result[field.key] = self.value(field.value, at: place.appending(key: field.key)) }
      return .object(result)
    case .reference(let reference): return attribute(reference, at: place)
    case .expression(let expression): return self.expression(expression, at: place)
    case .secret(let source): return secret(source, at: place)
    }
  }

  private mutating func expression(_ expression: Expression, at place: Place) -> PropertyValue? {
    if let known = expression.evaluated() { return value(known, at: place) }
    let arguments = expression.arguments
    switch expression.function {
    case .concatenate: return text(of: arguments, at: place)
    case .join where arguments.count == 2: return Intrinsic.join(argument(arguments[0], place), argument(arguments[1], place))
    case .split where arguments.count == 2: return Intrinsic.split(argument(arguments[0], place), argument(arguments[1], place))
    case .select where arguments.count == 2: return Intrinsic.select(argument(arguments[0], place), argument(arguments[1], place))
    case .base64 where arguments.count == 1: return Intrinsic.base64(argument(arguments[0], place))
    case .json where arguments.count == 1: return document(arguments[0], at: place)
    case .flatten: return list(of: arguments, at: place)
    case .lookup: return lookup(expression, at: place)
    case .join, .split, .select, .base64, .json:
      report(.error, "expression-not-in-cloudformation", "'\(expression.function.rawValue)' has the wrong number of arguments", at: place)
      return nil
    }
  }

  private mutating func argument(_ value: PropertyValue, _ place: Place) -> PropertyValue { self.value(value, at: place) ?? "" }

  private mutating func text(of parts: [PropertyValue], at place: Place) -> PropertyValue {
    var pieces = TextPieces()
    for part in parts { pieces.append(argument(part, place)) }
    return pieces.value
  }

  /// Several lists as one: as they are where all are known, else by their elements' texts, which must have no comma.
  private mutating func list(of parts: [PropertyValue], at place: Place) -> PropertyValue {
    let lists = parts.map { argument($0, place) }
    if lists.count == 1 { return lists[0] }
    let known = lists.compactMap(\.arrayValue)
    if known.count == lists.count { return .array(known.flatMap { $0 }) }
    let texts = lists.filter { $0.arrayValue?.isEmpty != true }.map { Intrinsic.join(",", $0) }
    return Intrinsic.split(",", Intrinsic.join(",", .array(texts)))
  }

  /// A document where JSON is expected: itself, where the property takes objects, and its text elsewhere.
  private mutating func document(_ document: PropertyValue, at place: Place) -> PropertyValue? {
    if let schema = ResourceCatalog.aws.type(place.type)?.schema(at: place.path.schemaComponents)?.resolved, schema.kind == .json,
      schema.types.contains(.object), document.objectValue != nil
    {
      return value(document, at: place)
    }
    var pieces = TextPieces()
    appendJSON(document, to: &pieces, at: place)
    return pieces.value
  }
}
