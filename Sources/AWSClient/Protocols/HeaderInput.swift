/// Reads members that an answer carries in its headers.
///
/// Source: https://smithy.io/2.0/spec/http-bindings.html#httpheader-trait
enum HeaderInput {
  /// The value of a member; nil if the header is missing.
  ///
  /// A map of headers is empty then.
  static func value(_ member: MemberModel, _ response: HTTPResponse) throws(WireFailure) -> AWSValue? {
    if member.location == .prefixHeaders {
      let prefix = member.wireName.lowercased()
      var entries: [String: AWSValue] = [:]
      for header in response.headers where header.name.lowercased().hasPrefix(prefix) && header.name.utf8.count > prefix.utf8.count {
        entries[String(header.name.dropFirst(prefix.count))] = .string(header.value)
      }
      return .structure(entries)
    }
    guard let text = response.header(member.wireName) else { return nil }
    if member.isJSONValue {
      guard let bytes = Base64.decode(text.utf8) else { throw WireFailure("\(member.wireName) is not base64") }
      return try JSONCursor.document(bytes)
    }
    guard let element = member.shape.element else { return try ScalarText.value(text, member) }
    var elements: [AWSValue] = []
    for part in parts(text, areDates: element.shape.kind == .timestamp && (element.timestampFormat ?? .httpDate) == .httpDate) {
      if let value = try ScalarText.value(part, element) { elements.append(value) }
    }
    return .list(elements)
  }

  /// The elements of a header's list; a date of HTTP has a comma of its own, a quoted element may have any.
  private static func parts(_ text: String, areDates: Bool) -> [String] {
    var parts: [String] = []
    var current = ""
    var isQuoted = false
    var isEscaped = false
    for character in text.unicodeScalars {
      if isEscaped {
        current.unicodeScalars.append(character)
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted, !(areDates && !current.contains(",")) {
        parts.append(ScalarText.trimmed(current))
        current = ""
      } else {
        current.unicodeScalars.append(character)
      }
    }
    parts.append(ScalarText.trimmed(current))
    return parts
  }
}
