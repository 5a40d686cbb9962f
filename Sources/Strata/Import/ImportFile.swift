import StrataModel

/// Reads requests from a file: CSV (`address,identifier[,type[,region]]`) or one JSON object a line.
///
/// A first line that names the columns, empty lines and lines that begin with `#` are skipped. A value with a comma stands in double quotes, and
/// a double quote in it is doubled (RFC 4180); a value cannot hold a line break.
struct ImportFile: Sendable, Hashable {
  private(set) var requests: [ImportRequest] = []
  /// What is wrong with the file, one error a line.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a text.
  ///
  /// - Parameter name: the file's name, for messages.
  init(_ text: String, name: String) {
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.trimmingSpaces
      if line.isEmpty || line.hasPrefix("#") { continue }
      let origin = "\(name):\(index + 1)"
      if line.hasPrefix("{") {
        add(json: String(line), origin)
      } else {
        add(row: line, origin, isFirst: requests.isEmpty && diagnostics.isEmpty)
      }
    }
    if requests.isEmpty, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(.error, code: "empty-import", "'\(name)' names no object", remedy: "write a line 'address,identifier' for each"))
    }
  }

  private mutating func add(json: String, _ origin: String) {
    guard let value = try? JSONReader.plainValue(of: json.utf8), let address = value["address"]?.stringValue,
      let identifier = value["identifier"]?.stringValue
    else {
      return refuse(origin, "no JSON object with 'address' and 'identifier'")
    }
    add([address, identifier, value["type"]?.stringValue ?? "", value["region"]?.stringValue ?? ""], origin)
  }

  private mutating func add(row: Substring, _ origin: String, isFirst: Bool) {
    guard let fields = Self.fields(of: row) else { return refuse(origin, "a double quote is not closed") }
    if isFirst, fields.first?.lowercased() == "address" { return }
    guard (2...4).contains(fields.count) else {
      return refuse(origin, "\(fields.count) columns; there are two to four: address,identifier,type,region")
    }
    add(fields, origin)
  }

  private mutating func add(_ fields: [String], _ origin: String) {
    func field(_ index: Int) -> String? { index < fields.count && !fields[index].isEmpty ? fields[index] : nil }
    guard let address = field(0), let identifier = field(1) else { return refuse(origin, "address or identifier is empty") }
    requests.append(
      ImportRequest(address: ResourceAddress(address), identifier: identifier, type: field(2), region: field(3), origin: origin))
  }

  private mutating func refuse(_ origin: String, _ message: String) {
    diagnostics.append(Diagnostic(.error, code: "malformed-import", "\(origin): \(message)"))
  }

  /// The fields of a row, or `nil` for one whose quotes do not match.
  private static func fields(of row: Substring) -> [String]? {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuoted = false
    var rest = row
    func close() { fields.append(wasQuoted ? field : String(field[...].trimmingSpaces)) }
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        field.append("\"")
        rest.removeFirst()
      case "\"" where isQuoted: isQuoted = false
      case "\"" where field[...].trimmingSpaces.isEmpty && !wasQuoted:
        field = ""
        isQuoted = true
        wasQuoted = true
      case "," where !isQuoted:
        close()
        field = ""
        wasQuoted = false
      default:
        if !(wasQuoted && !isQuoted) { field.append(character) }
      }
    }
    close()
    return isQuoted ? nil : fields
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var result = self
    while let first = result.first, first.isWhitespace { result.removeFirst() }
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return result
  }
}
