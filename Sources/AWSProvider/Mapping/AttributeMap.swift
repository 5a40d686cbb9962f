import AWSClient
import StrataModel

extension ResourceCall {
  /// Desired properties for an API that takes attributes as a map of texts: scalars as CloudFormation writes them, documents as JSON.
  func attributeMap(_ names: some Sequence<String>) -> [String: AWSValue] {
    var map: [String: AWSValue] = [:]
    for name in names { map[name] = attributeText(name).map { .string($0) } }
    return map
  }

  /// The text of a desired property as such an attribute.
  func attributeText(_ name: String) -> String? {
    guard let value = properties[name], value != .null else { return nil }
    return AWSValue(value).scalarText ?? JSONWriter.plainText(of: value)
  }
}
