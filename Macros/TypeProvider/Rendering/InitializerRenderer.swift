/// Writes initializers: one parameter per property, one statement per property.
enum InitializerRenderer {
  /// One parameter as it is written.
  private struct Slot {
    let label: String
    let type: String
    let defaultValue: String?
    let documentation: String
  }

  /// The initializer of a resource: the id, the properties, and where it was called.
  static func appendResourceInitializer(
    _ surface: ResourceSurface, written: [WrittenMember], access: String, to source: inout SourceText
  ) {
    let byName = Dictionary(written.map { ($0.name, $0) }) { first, _ in first }
    let slots = surface.parameters.compactMap { slot(for: $0, written: byName[$0.label]) }.sorted { left, right in
      Parameter.precedes((left.label, left.defaultValue == nil), (right.label, right.defaultValue == nil))
    }
    source.line("/// Declares a resource of type `", surface.typeName, "`.")
    source.line("///")
    source.line("/// - Parameters:")
    source.line("///   - _id: The resource's id, unique in its stack or component.")
    appendParameterDocumentation(slots, to: &source)
    source.append(access + "init(_ _id: Swift.String")
    for slot in slots {
      source.append(", ")
      append(slot, to: &source)
    }
    source.line(", fileID: Swift.String = #fileID, line: Swift.Int = #line, column: Swift.Int = #column) {")
    for member in written where !member.isFixed {
      source.line("self.", SwiftIdentifier.escaped(member.name), " = ", SwiftIdentifier.escaped(member.name))
    }
    source.line(surface.parameters.isEmpty ? "let" : "var", " _fields = StrataLanguage.PropertyFields()")
    for parameter in surface.parameters.sorted(by: { $0.property.utf8.lexicographicallyPrecedes($1.property.utf8) }) {
      let value = byName[parameter.label].map { $0.isFixed ? "self." + SwiftIdentifier.escaped($0.name) : nil } ?? nil
      appendPut(parameter, value: value, to: &source)
    }
    source.line(
      "declaration = StrataLanguage.ResourceDeclaration(\"", surface.typeName,
      "\", _id, _fields, fileID: fileID, line: line, column: column)")
    source.line("}")
  }

  /// The initializer of a nested object.
  static func appendShapeInitializer(_ parameters: [Parameter], access: String, to source: inout SourceText) {
    let slots = parameters.compactMap { slot(for: $0, written: nil) }
    source.line("/// Creates a value from its properties.")
    source.line("///")
    source.line("/// - Parameters:")
    appendParameterDocumentation(slots, to: &source)
    source.append(access + "init(")
    for (index, slot) in slots.enumerated() {
      if index > 0 { source.append(", ") }
      append(slot, to: &source)
    }
    source.line(") {")
    source.line(parameters.isEmpty ? "let" : "var", " _fields = StrataLanguage.PropertyFields()")
    for parameter in parameters.sorted(by: { $0.property.utf8.lexicographicallyPrecedes($1.property.utf8) }) {
      appendPut(parameter, value: nil, to: &source)
    }
    source.line("propertyValue = _fields.propertyValue")
    source.line("}")
  }

  private static func slot(for parameter: Parameter, written: WrittenMember?) -> Slot? {
    let documentation = PropertyDocumentation.text(for: parameter)
    guard let written else {
      return Slot(
        label: parameter.label, type: parameter.declaredType, defaultValue: parameter.isRequired ? nil : "nil", documentation: documentation
      )
    }
    if written.isFixed { return nil }
    let defaultValue = written.defaultValue ?? (written.isOptional ? "nil" : nil)
    return Slot(label: parameter.label, type: written.type, defaultValue: defaultValue, documentation: documentation)
  }

  private static func append(_ slot: Slot, to source: inout SourceText) {
    source.append(SwiftIdentifier.escaped(slot.label) + ": " + slot.type)
    if let value = slot.defaultValue { source.append(" = " + value) }
  }

  private static func appendParameterDocumentation(_ slots: [Slot], to source: inout SourceText) {
    for slot in slots {
      let text = slot.documentation.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).joined(separator: " ")
      source.line("///   - ", slot.label, ": ", text)
    }
  }

  private static func appendPut(_ parameter: Parameter, value: String?, to source: inout SourceText) {
    let argument = value ?? SwiftIdentifier.escaped(parameter.label)
    if parameter.type == .tags {
      source.line("_fields.putTags(", argument, ")")
      return
    }
    source.line(
      "_fields.", PutCall.method(for: parameter.type), "(\"", parameter.property, "\", ", argument, PutCall.suffix(for: parameter.type), ")"
    )
  }
}
