/// Writes nested objects and enumerations.
enum NestedTypeRenderer {
  static func append(_ type: NestedType, in owner: String, access: String, to source: inout SourceText) {
    source.line("/// `", type.name, "` of `", owner, "`.")
    switch type.content {
    case .object(let parameters, let nested):
      appendHeader(type.name, conformingTo: "Shape", access: access, to: &source)
      InitializerRenderer.appendShapeInitializer(parameters, access: access, to: &source)
      for inner in nested { append(inner, in: owner, access: access, to: &source) }
      source.line("}")
    case .choice(let values):
      appendHeader(type.name, conformingTo: "StringEnum", access: access, to: &source)
      for (name, value) in zip(EnumCaseName.names(for: values), values) {
        let escaped = SwiftIdentifier.escaped(name)
        source.line("/// `", value.isEmpty ? "(empty)" : value, "`")
        source.line(access, "static var ", escaped, ": Self { Self(literal: ", SwiftIdentifier.literal(value), ") }")
      }
      source.line("}")
    }
  }

  private static func appendHeader(_ name: String, conformingTo conformance: String, access: String, to source: inout SourceText) {
    source.line(access, "struct ", SwiftIdentifier.escaped(name), ": StrataLanguage.", conformance, " {")
    source.line(access, "let propertyValue: StrataLanguage.GraphValue")
    source.line(access, "init(propertyValue: StrataLanguage.GraphValue) { self.propertyValue = propertyValue }")
  }
}
