import ResourceCatalog

/// Reads from a schema's property transforms which texts mean the same.
///
/// A transform is a JSONata text that turns what was given into what the service stores. The schemas use a handful of forms; those are
/// recognized, and any other leaves the comparison exact, which at worst shows a difference that is none.
enum PropertyTransform {
  static func equivalence(at components: [String], in type: TypeSchema) -> PlaceFacts.Equivalence {
    for transform in type.propertyTransforms where matches(transform.path, components) {
      return equivalence(of: String(transform.expression), property: components.last ?? "")
    }
    return .exact
  }

  /// What an expression means for comparisons.
  static func equivalence(of expression: String, property: String) -> PlaceFacts.Equivalence {
    func has(_ part: String) -> Bool { expression.contains(part) }
    if has("$lookup({") { return property == "IpProtocol" ? .protocolName : .exact }
    if has("\".*\"") { return .versionPrefix }
    if has("\":\")[-1]") { return .lastField }
    if has("[-1]") || has("$substringAfter(") || has("arn:") { return .lastSegment }
    if has("\".\"]") { return .domainName }
    if has("$/") || has("\n") { return .trailingSpace }
    if has("$lowercase(") || has("$uppercase(") || has("\"Prefix\"") { return has("?") || has("$join(") ? .exact : .caseInsensitive }
    return .exact
  }

  private static func matches(_ path: CatalogString, _ components: [String]) -> Bool {
    let parts = String(path).split(separator: "/").drop { $0 == "properties" }
    return parts.count == components.count && zip(parts, components).allSatisfy { $0 == $1 }
  }
}
