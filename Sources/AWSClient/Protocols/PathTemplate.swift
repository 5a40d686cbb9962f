/// The path of an operation with labels, and the query parameters that are always there.
///
/// Source: https://smithy.io/2.0/spec/http-bindings.html#http-trait
enum PathTemplate {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The path with its labels filled in and percent-encoded, and the template's own query parameters.
  ///
  /// - Parameter label: the text of a label.
  static func expand(_ template: String, label: (String) -> String) -> (path: String, query: [HTTPRequest.Field]) {
    let parts = template.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path: [UInt8] = []
    var rest = parts[0]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      path += rest[..<open].utf8
      let name = rest[rest.index(after: open)..<close]
      let isGreedy = name.hasSuffix("+")
      append(label(String(isGreedy ? name.dropLast() : name)), to: &path, keepingSlashes: isGreedy)
      rest = rest[rest.index(after: close)...]
    }
    path += rest.utf8
    var query: [HTTPRequest.Field] = []
    for parameter in parts.count < 2 ? [] : parts[1].split(separator: "&") {
      let sides = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      query.append(.init(String(sides[0]), sides.count > 1 ? String(sides[1]) : ""))
    }
    return (path.isEmpty ? "/" : String(decoding: path, as: UTF8.self), query)
  }

  /// Appends a text, percent-encoded but for the unreserved characters of RFC 3986.
  static func append(_ text: String, to bytes: inout [UInt8], keepingSlashes: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      case UInt8(ascii: "/") where keepingSlashes: bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
