/// Equality by meaning: what a service would treat alike is equal.
public enum ValueComparison {
  /// What two values stand for.
  public enum Sides: Sendable, Hashable {
    /// Both are what a user asked for; an empty list is an intended clear.
    case desired
    /// One of them was read from a service, where empty and absent are the same.
    case observed
  }

  /// Whether two values at a place mean the same.
  ///
  /// References, expressions and secrets are equal only to themselves.
  public static func areEqual(
    _ left: PropertyValue?, _ right: PropertyValue?, at shape: DocumentShape, sides: Sides = .desired
  ) -> Bool {
    if left == right { return true }
    guard let left, let right else {
      return sides == .observed && (left ?? right ?? .null).isEmptyOrNull
    }
    let first = canonical(left, at: shape, sides: sides)
    let second = canonical(right, at: shape, sides: sides)
    if first == second { return true }
    guard sides == .observed, shape.facts.equivalence == .versionPrefix, let a = first.stringValue, let b = second.stringValue else {
      return false
    }
    return a.hasPrefix(b + ".") || b.hasPrefix(a + ".")
  }

  /// The one form of all values at a place that mean the same.
  public static func canonical(_ value: PropertyValue, at shape: DocumentShape, sides: Sides = .desired) -> PropertyValue {
    if shape.facts.form == .document { return DocumentForm.canonical(value) }
    switch value {
    case .bool, .integer, .number: return .string(CanonicalText.text(value.scalarText ?? "", shape.facts.equivalence))
    case .string(let text):
      if let document = DocumentForm.document(in: text) { return document }
      return .string(CanonicalText.text(text, shape.facts.equivalence))
    case .null, .reference, .expression, .secret: return value
    case .array(let elements): return canonical(elements: elements, at: shape, sides: sides)
    case .object(let object):
      var fields = PropertyObject()
      for field in object.fields where field.value != .null && !(sides == .observed && field.value.isEmptyOrNull) {
        fields[field.key] = canonical(field.value, at: shape.child(field.key), sides: sides)
      }
      return .object(fields)
    }
  }

  private static func canonical(elements: [PropertyValue], at shape: DocumentShape, sides: Sides) -> PropertyValue {
    if case .tagList(let key, let value) = shape.facts.form, let tags = OwnedUnit.pairs(in: elements, key: key, value: value) {
      let place = shape.element.child(value)
      return .object(PropertyObject(tags.map { ($0.key, canonical($0.value, at: place, sides: sides)) }))
    }
    let forms = elements.map { canonical($0, at: shape.element, sides: sides) }
    return .array(shape.facts.form == .unorderedList ? DocumentForm.sorted(forms) : forms)
  }
}

extension PropertyValue {
  /// Whether the value is `null` or an empty list or object.
  public var isEmptyOrNull: Bool {
    switch self {
    case .null: true
    case .array(let elements): elements.isEmpty
    case .object(let object): object.isEmpty
    default: false
    }
  }
}
