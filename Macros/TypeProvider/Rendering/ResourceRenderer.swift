import ResourceCatalog

/// Writes the Swift text of typed resources.
public enum ResourceRenderer {
  /// All resources of a service whose names lie in a range, as members of the service's enumeration; `nil` for a service that does not exist.
  public static func members(ofService service: String, from first: String = "", upTo last: String = "") -> String? {
    let types = ResourceCatalog.aws.types(ofService: service)
    guard !types.isEmpty else { return nil }
    var source = SourceText()
    for type in types {
      let name = lastComponent(of: String(type.name))
      guard first.isEmpty || name >= first, last.isEmpty || name < last else { continue }
      appendDeclaration(of: ResourceSurface(type), to: &source)
    }
    return source.text
  }

  /// The declaration of one resource.
  public static func declaration(of surface: ResourceSurface) -> String {
    var source = SourceText()
    appendDeclaration(of: surface, to: &source)
    return source.text
  }

  /// The members of a resource's type, for a type that a program declares itself.
  ///
  /// `written` are the stored members that it has already; the initializer takes and assigns them. `access` stands before every member.
  public static func members(of surface: ResourceSurface, written: [WrittenMember] = [], access: String = "public ") -> String {
    var source = SourceText()
    appendMembers(of: surface, written: written, access: access, to: &source)
    return source.text
  }

  private static func appendDeclaration(of surface: ResourceSurface, to source: inout SourceText) {
    var paragraphs = ["The resource type `\(surface.typeName)`."]
    if let deprecation = surface.deprecation { paragraphs.append("AWS is winding this type down: \(deprecation).") }
    paragraphs.append("[AWS's page](\(surface.documentationURL))")
    source.documentation(paragraphs)
    source.line("public struct ", SwiftIdentifier.escaped(surface.swiftName), ": StrataLanguage.Resource {")
    appendMembers(of: surface, written: [], access: "public ", to: &source)
    source.line("}")
  }

  private static func appendMembers(of surface: ResourceSurface, written: [WrittenMember], access: String, to source: inout SourceText) {
    source.line(access, "static var typeName: Swift.String { \"", surface.typeName, "\" }")
    source.line(access, "let declaration: StrataLanguage.ResourceDeclaration")
    source.line(access, "typealias Target = Self")
    InitializerRenderer.appendResourceInitializer(surface, written: written, access: access, to: &source)
    let taken = Set(written.map(\.name))
    for attribute in surface.attributes where !taken.contains(attribute.label) {
      AttributeRenderer.append(attribute, access: access, to: &source)
    }
    for type in surface.nested { NestedTypeRenderer.append(type, in: surface.typeName, access: access, to: &source) }
  }
}
