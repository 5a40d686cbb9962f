import AWSClient
import StrataModel

extension AWSValue {
  /// A document's value as it is, without a shape to fit.
  init(_ value: PropertyValue) {
    switch value {
    case .null, .reference, .expression, .secret: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .list(elements.map { AWSValue($0) })
    case .object(let object):
      self = .structure(Dictionary(object.fields.map { ($0.key, AWSValue($0.value)) }) { _, later in later })
    }
  }

  /// A document's value if there is one.
  init?(_ value: PropertyValue?) {
    guard let value, value != .null else { return nil }
    self.init(value)
  }

  /// A scalar as text: numbers and Booleans as CloudFormation writes them.
  var scalarText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .double(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }

  /// The value at a path of members with dots between.
  func value(at path: String) -> AWSValue? {
    path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }
  }

  /// The value without a shape: a document's value, with timestamps as ISO 8601 and blobs as base64.
  var propertyValue: PropertyValue {
    switch self {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .double(let number): Int(exactly: number).map { .integer($0) } ?? .number(number)
    case .string(let text): .string(text)
    case .blob(let bytes): .string(Base64Text.encode(bytes))
    case .timestamp(let seconds): .string(TimestampText.text(seconds))
    case .list(let elements): .array(elements.map(\.propertyValue))
    case .structure(let members): .object(PropertyObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.propertyValue) }))
    }
  }
}

extension String {
  /// What follows the last `/`, or the last `:` of a text without one.
  var lastPart: String {
    if let slash = utf8.lastIndex(of: UInt8(ascii: "/")) { return String(self[index(after: slash)...]) }
    if let colon = utf8.lastIndex(of: UInt8(ascii: ":")) { return String(self[index(after: colon)...]) }
    return self
  }
}
