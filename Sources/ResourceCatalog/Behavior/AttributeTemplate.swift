/// A text with places that inputs fill: how an attribute follows from what was declared.
///
/// Places are `{partition}`, `{region}`, `{account}`, `{dnsSuffix}` and names of top-level input properties:
///
/// - `{Name}` is the property's text; without it nothing follows.
/// - `{Name|default}` is the default where the property is absent.
/// - `{lower:Name}` is the text in lowercase, `{last:Name}` what follows its last slash, `{host:Name}` the text without a scheme like `https://`.
/// - `{absent:Name}` is empty, and nothing follows where the property is given.
public struct AttributeTemplate: Sendable, Hashable {
  /// What is known of an input property.
  public enum Input: Sendable, Hashable {
    case text(String)
    /// The property is not given.
    case absent
    /// The property is given, and its value not known yet.
    case unknown
  }

  /// The template's text.
  public let text: String

  /// Creates a template from its text.
  public init(_ text: String) { self.text = text }

  /// The text with all places filled, or `nil` if an input that it needs is absent or unknown.
  public func filled(partition: String, account: String, region: String, input: (String) -> Input) -> String? {
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      result += rest[..<open]
      let place = rest[rest.utf8.index(after: open)..<close]
      rest = rest[rest.utf8.index(after: close)...]
      switch place {
      case "partition": result += partition
      case "account": result += account
      case "region": result += region
      case "dnsSuffix": result += Self.domainSuffix(ofPartition: partition)
      default:
        guard let value = value(of: place, input) else { return nil }
        result += value
      }
    }
    return result + rest
  }

  /// The domain under which a partition's services answer (AWS SDK partitions file, `dnsSuffix`).
  public static func domainSuffix(ofPartition partition: String) -> String {
    switch partition {
    case "aws-cn": "amazonaws.com.cn"
    case "aws-eusc": "amazonaws.eu"
    default: "amazonaws.com"
    }
  }

  private func value(of place: Substring, _ input: (String) -> Input) -> String? {
    var name = place
    var function: Substring = ""
    var fallback: Substring?
    if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
      function = name[..<colon]
      name = name[name.utf8.index(after: colon)...]
    }
    if let bar = name.utf8.firstIndex(of: UInt8(ascii: "|")) {
      fallback = name[name.utf8.index(after: bar)...]
      name = name[..<bar]
    }
    switch input(String(name)) {
    case .unknown: return nil
    case .absent: return function == "absent" ? "" : fallback.map(String.init)
    case .text(let text):
      switch function {
      case "absent": return nil
      case "lower": return text.lowercased()
      case "last":
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text }
        return String(text[text.utf8.index(after: slash)...])
      case "host":
        let scheme = "https://"
        return text.hasPrefix(scheme) ? String(text.dropFirst(scheme.utf8.count)) : text
      default: return text
      }
    }
  }
}

extension ResourceBehavior {
  /// The value of an attribute as far as inputs fix it, or `nil` if only AWS can tell.
  ///
  /// - Parameters:
  ///   - attribute: The attribute's name, such as `Arn`.
  ///   - input: What is known of a top-level input property, by name. Give the generated name where the engine chose one.
  public func derivedValue(
    of attribute: String, partition: String, account: String, region: String, input: (String) -> AttributeTemplate.Input
  ) -> String? {
    guard let template = derivedAttributes[attribute] else { return nil }
    return AttributeTemplate(template).filled(partition: partition, account: account, region: region, input: input)
  }
}
