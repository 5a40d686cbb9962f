import ResourceCatalog

/// What a reader wants to know of a property, in one paragraph.
enum PropertyDocumentation {
  private static let longestPattern = 100
  private static let mostValues = 12

  /// The text for a parameter.
  static func text(for parameter: Parameter) -> String {
    var sentences = ["`\(parameter.property)`" + (parameter.isRequired ? ", required." : ".")]
    sentences += facts(of: parameter.schema, type: parameter.type)
    if parameter.traits.contains(.createOnly) { sentences.append("Replaces the resource when changed.") }
    if parameter.traits.contains(.conditionalCreateOnly) { sentences.append("Some changes replace the resource.") }
    if parameter.traits.contains(.writeOnly) { sentences.append("AWS never returns it, so drift in it cannot be seen.") }
    if parameter.traits.contains(.deprecated) { sentences.append("AWS advises against using it.") }
    return sentences.joined(separator: " ")
  }

  private static func facts(of schema: Schema, type: ValueType) -> [String] {
    let schema = SurfaceBuilder.effective(schema)
    var facts: [String] = []
    switch type {
    case .reference(let target): facts.append("The `\(target.attribute)` of an `\(target.typeName)`.")
    case .tags: facts.append("Added to the tags of the surroundings.")
    case .list:
      if let bounds = bounds(schema.minItems.map(Double.init), schema.maxItems.map(Double.init)) { facts.append("\(bounds) elements.") }
      if schema.hasUniqueItems { facts.append("No element twice.") }
      if let element = schema.element { facts += self.facts(of: element, type: type.innermost).map { "Each: \($0)" }.prefix(2) }
      return facts
    default: break
    }
    if let values = schema.enumeration ?? schema.caseInsensitiveEnumeration {
      let texts = values.texts
      let shown = texts.prefix(mostValues).map { "`\($0)`" }.joined(separator: ", ")
      facts.append("One of \(shown)" + (texts.count > mostValues ? " and \(texts.count - mostValues) more." : "."))
    }
    if let bounds = bounds(schema.minimum, schema.maximum) { facts.append("In \(bounds).") }
    if let bounds = bounds(schema.minLength.map(Double.init), schema.maxLength.map(Double.init)) { facts.append("\(bounds) characters.") }
    if let pattern = schema.pattern.map({ String($0) }), pattern.utf8.count <= longestPattern,
      !pattern.utf8.contains(where: { $0 == UInt8(ascii: "`") || $0 < 0x20 || $0 > 0x7E })
    {
      facts.append("Matches `\(pattern)`.")
    }
    if let value = schema.defaultValue?.json, value.utf8.count <= longestPattern { facts.append("Default: `\(value)`.") }
    return facts
  }

  private static func bounds(_ lowest: Double?, _ highest: Double?) -> String? {
    switch (lowest, highest) {
    case (let lowest?, let highest?): lowest == highest ? "exactly \(number(lowest))" : "\(number(lowest))...\(number(highest))"
    case (let lowest?, nil): "\(number(lowest))..."
    case (nil, let highest?): "...\(number(highest))"
    case (nil, nil): nil
    }
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? String(value)
  }
}
