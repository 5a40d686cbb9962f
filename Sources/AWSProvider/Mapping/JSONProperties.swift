import StrataModel

extension PropertyObject {
  /// The properties with the JSON of some of them read: CloudFormation wants it as text where the API wants structures.
  ///
  /// - Throws: ``ProviderError`` for text that is no JSON.
  func readingJSON(of names: [String]) throws -> PropertyObject {
    var result = self
    for name in names {
      guard let text = self[name]?.stringValue else { continue }
      guard let value = try? JSONReader.plainValue(of: Array(text.utf8)) else {
        throw ProviderFailure.invalid("\(name) is no JSON: \(text)")
      }
      result[name] = value
    }
    return result
  }
}
