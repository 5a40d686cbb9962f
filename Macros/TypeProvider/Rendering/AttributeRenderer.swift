/// Writes the members through which a declared resource is read.
enum AttributeRenderer {
  static func append(_ attribute: Attribute, access: String, to source: inout SourceText) {
    let origin = attribute.isSettable ? "as declared or as AWS chose it" : "filled by AWS"
    source.line("/// `", attribute.name, "`, ", origin, ".")
    source.append(access + "var " + SwiftIdentifier.escaped(attribute.label) + ": " + attribute.swiftType + " { ")
    source.append(attribute.kind == .secret ? ".init(attribute: " : ".init(propertyValue: ")
    source.line("declaration.attribute(\"", attribute.name, "\")) }")
  }
}
