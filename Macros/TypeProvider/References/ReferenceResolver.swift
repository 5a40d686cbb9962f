public import ResourceCatalog

/// Decides which string properties of one type hold the identifier of another resource.
///
/// In order: the reviewed ``ReferenceTable``; the schema's `format`; the name of a type of the same service followed by `Id` or `Arn`.
/// A property that names the resource itself is none, nor is one that takes identifiers of several kinds.
public struct ReferenceResolver {
  private let typeName: String
  private let service: String
  private let identifiers: Set<String>

  /// Creates a resolver for the properties of a type.
  public init(_ type: TypeSchema) {
    typeName = String(type.name)
    service = Self.service(of: typeName)
    identifiers = Set(type.primaryIdentifier.strings)
  }

  /// The target of a property, or `nil` for a property that is a plain string.
  public func target(ofProperty property: String, in owner: Schema, formats: [CatalogString]) -> ReferenceTarget? {
    let found: ReferenceTarget?
    switch ReferenceTable.entry(type: typeName, property: property) {
    case .target(let text): found = ReferenceTarget(text: text)
    case .plain: return nil
    case nil: found = target(ofFormats: formats) ?? target(ofName: property)
    }
    guard let found, ServiceNames.isShipped(found.service), ResourceCatalog.aws.type(found.typeName) != nil else { return nil }
    let namesItself = found.typeName == typeName && (identifiers.contains(property) || found.attribute == property)
    return namesItself ? nil : found
  }

  private func target(ofFormats formats: [CatalogString]) -> ReferenceTarget? {
    let texts = formats.map { String($0) }.filter { $0.hasPrefix("AWS::") }
    if texts.contains(where: { $0.hasPrefix("AWS::KMS::Key.") }) { return ReferenceTarget(text: "KMS.Key.Arn") }
    for text in texts {
      if let known = ReferenceTable.formats[text] { return known.flatMap { ReferenceTarget(text: $0) } }
      guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { continue }
      let name = String(text[..<dot])
      guard let type = ResourceCatalog.aws.type(name) else { continue }
      let kind = text[text.utf8.index(after: dot)...]
      if let attribute = Self.attribute(of: type, kind: kind.hasSuffix("s") ? String(kind.dropLast()) : String(kind)) {
        return ReferenceTarget(service: Self.service(of: name), resource: lastComponent(of: name), attribute: attribute)
      }
    }
    return nil
  }

  /// `RouteTableId` in a type of EC2 is the id of an `AWS::EC2::RouteTable`.
  private func target(ofName property: String) -> ReferenceTarget? {
    var stem = property[...]
    if stem.hasSuffix("s") { stem = stem.dropLast() }
    let kind: String
    if stem.hasSuffix("Id") || stem.hasSuffix("ID") {
      kind = "Id"
      stem = stem.dropLast(2)
    } else if stem.hasSuffix("Arn") || stem.hasSuffix("ARN") {
      kind = "Arn"
      stem = stem.dropLast(3)
    } else {
      return nil
    }
    guard !stem.isEmpty, let type = Self.type(named: String(stem), service: service),
      let attribute = Self.attribute(of: type, kind: kind)
    else { return nil }
    return ReferenceTarget(service: service, resource: lastComponent(of: String(type.name)), attribute: attribute)
  }

  private static func type(named name: String, service: String) -> TypeSchema? {
    if let exact = ResourceCatalog.aws.type("AWS::\(service)::\(name)") { return exact }
    let lower = name.lowercased()
    return ResourceCatalog.aws.types(ofService: "AWS::\(service)").first { lastComponent(of: String($0.name)).lowercased() == lower }
  }

  /// The attribute of a type that is its id, ARN or name.
  static func attribute(of type: TypeSchema, kind: String) -> String? {
    let short = lastComponent(of: String(type.name)).lowercased()
    let names = type.properties.map { String($0.name) }
    let wanted = [kind.lowercased(), short + kind.lowercased()]
    let identifiers = type.primaryIdentifier.strings
    if kind != "Arn", identifiers.count == 1, !identifiers[0].lowercased().hasSuffix("arn") { return identifiers[0] }
    if let named = names.first(where: { wanted.contains($0.lowercased()) }) { return named }
    if kind == "Arn", identifiers.count == 1, identifiers[0].lowercased().hasSuffix("arn") { return identifiers[0] }
    return nil
  }

  static func service(of typeName: String) -> String {
    let parts = typeName.split(separator: ":", omittingEmptySubsequences: true)
    return parts.count == 3 ? String(parts[1]) : ""
  }
}

extension ReferenceTarget {
  /// Reads `EC2.VPC.VpcId`.
  init?(text: String) {
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count == 3 else { return nil }
    self.init(service: parts[0], resource: parts[1], attribute: parts[2])
  }
}
