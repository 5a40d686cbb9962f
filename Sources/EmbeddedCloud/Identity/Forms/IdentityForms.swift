/// The forms of identifiers, ARNs, names and addresses that AWS documents, by type and attribute.
///
/// Each table is text, one type in a line, `Attribute=template` separated by spaces; a later template may use an earlier attribute.
/// `Attribute?Property=template` stands for an attribute that exists only beside that property.
/// Sources: the "Resource types" tables of the AWS Service Authorization Reference for ARNs, and the services' API references and examples
/// for identifiers. What is not listed here follows from the schema (see ``AttributeMaker``).
enum IdentityForms {
  /// The templates of a type's attributes, in the order in which they are made.
  static func forms(of type: String) -> [Form] { (table[type] ?? []).map { Form($0.0, $0.1) } }

  /// How one attribute is made.
  struct Form: Sendable {
    let path: [String]
    /// The property without which, or with `false` in which, the attribute does not exist.
    let condition: String?
    let template: IdentityTemplate

    init(_ key: String, _ template: String) {
      let parts = key.split(separator: "?")
      path = parts.first.map { $0.split(separator: ".").map(String.init) } ?? []
      condition = parts.count > 1 ? String(parts[1]) : nil
      self.template = IdentityTemplate(template)
    }
  }

  private static let table: [String: [(String, String)]] = {
    var table: [String: [(String, String)]] = [:]
    for text in [network, balancing, security, data, compute, monitoring, management] {
      for line in text.split(whereSeparator: \.isNewline) {
        let words = line.split(separator: " ")
        guard let type = words.first else { continue }
        table["AWS::" + type] = words.dropFirst().compactMap { word in
          guard let equals = word.firstIndex(of: "=") else { return nil }
          return (String(word[..<equals]), String(word[word.index(after: equals)...]))
        }
      }
    }
    return table
  }()
}
