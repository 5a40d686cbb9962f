import StrataModel

/// Writes a deployment's outputs.
struct OutputRenderer: Sendable {
  /// The forms.
  enum Format: String, Sendable, CaseIterable {
    /// Aligned columns for people.
    case text
    /// One JSON object.
    case json
    /// `NAME="value"` lines, as `.env` files have them: those of the environment files among the outputs, or else all outputs.
    case dotenv
  }

  /// The text of outputs by key; sensitive values are masked, and left out of `dotenv`.
  func text(of outputs: [String: OutputRecord], as format: Format) -> String {
    let named = Self.named(outputs)
    switch format {
    case .text:
      let width = named.map(\.name.count).max() ?? 0
      return named.map { entry in
        let value = entry.record.isSensitive ? "(sensitive)" : ValueRenderer(style: .plain).inline(entry.record.value)
        return "  " + entry.name + String(repeating: " ", count: width - entry.name.count) + " = " + value + "\n"
      }.joined()
    case .json:
      let fields = named.map { ($0.name, $0.record.isSensitive ? PropertyValue.null : $0.record.value) }
      return JSONWriter.prettyText(of: .object(PropertyObject(fields)))
    case .dotenv:
      let files = named.compactMap { $0.record.isSensitive ? nil : Self.variables(of: $0.record.value) }
      guard files.isEmpty else { return files.joined().map { "\($0.name)=\(Self.quoted($0.value))\n" }.joined() }
      return named.filter { !$0.record.isSensitive }.map { entry in
        "\(Self.variable(entry.name))=\(Self.quoted(entry.record.value.scalarText ?? JSONWriter.plainText(of: entry.record.value)))\n"
      }.joined()
    }
  }

  /// The outputs by the shortest unambiguous name: the last id, or the whole key where two share it.
  static func named(_ outputs: [String: OutputRecord]) -> [(name: String, record: OutputRecord)] {
    var uses: [String: Int] = [:]
    for key in outputs.keys { uses[ResourceAddress(key).id, default: 0] += 1 }
    return outputs.map { key, record in
      let short = ResourceAddress(key).id
      return (uses[short] == 1 ? short : key, record)
    }.sorted { $0.name < $1.name }
  }

  /// The variables of an environment file, whose every line is `NAME=value`; `nil` for any other output.
  private static func variables(of value: PropertyValue) -> [(name: String, value: String)]? {
    guard let text = value.stringValue, !text.isEmpty else { return nil }
    var variables: [(name: String, value: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let sign = line.firstIndex(of: "="), isName(line[..<sign]) else { return nil }
      variables.append((String(line[..<sign]), String(line[line.index(after: sign)...])))
    }
    return variables
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, !first.isNumber else { return false }
    return text.allSatisfy { $0 == "_" || $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }

  private static func variable(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? Character($0.uppercased()) : "_" })
  }

  private static func quoted(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"):
        true
      default: false
      }
    }
    if plain { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "\\$").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
