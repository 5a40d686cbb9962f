import StrataModel

/// What generated values are made of: a place, a moment, a source of random numbers, and the values known so far.
struct AttributeContext {
  var scope: CloudScope
  var region: String
  /// Milliseconds since 1970.
  var now: Int
  var random: CloudRandom
  var inputs: PropertyObject
  var attributes = PropertyObject()
  /// Parts of identifiers that are neither properties nor attributes, such as the path of a listener's load balancer.
  var parts = PropertyObject()

  private static let lowercase: StaticString = "abcdefghijklmnopqrstuvwxyz0123456789"
  private static let uppercase: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
  private static let mixed: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let hexadecimal: StaticString = "0123456789abcdef"
  private static let digits: StaticString = "0123456789"

  /// The text that a template stands for.
  mutating func text(of template: IdentityTemplate) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96)
    for segment in template.segments {
      switch segment {
      case .literal(let text): bytes += text
      case .partition: bytes += scope.partition.utf8
      case .region: bytes += region.utf8
      case .account: bytes += scope.account.utf8
      case .suffix: bytes += (scope.partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com").utf8
      case .date: bytes += CalendarTime.text(milliseconds: now).utf8
      case .zone: bytes += (region + "a").utf8
      case .uuid: appendUUID(to: &bytes)
      case .ip: bytes += "10.\(random.below(256)).\(random.below(256)).\(4 + random.below(250))".utf8
      case .publicIP: bytes += "\(52 + random.below(3)).\(random.below(256)).\(random.below(256)).\(1 + random.below(254))".utf8
      case .hexadecimal(let count): random.append(count, of: Self.hexadecimal, to: &bytes)
      case .lowercase(let count): random.append(count, of: Self.lowercase, to: &bytes)
      case .uppercase(let count): random.append(count, of: Self.uppercase, to: &bytes)
      case .mixed(let count): random.append(count, of: Self.mixed, to: &bytes)
      case .digits(let count): random.append(count, of: Self.digits, to: &bytes)
      case .value(let path, let form, let fallback): append(path, form, fallback, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A random UUID of version 4.
  mutating func appendUUID(to bytes: inout [UInt8]) {
    random.append(8, of: Self.hexadecimal, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    random.append(4, of: Self.hexadecimal, to: &bytes)
    bytes += "-4".utf8
    random.append(3, of: Self.hexadecimal, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    random.append(1, of: "89ab", to: &bytes)
    random.append(3, of: Self.hexadecimal, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    random.append(12, of: Self.hexadecimal, to: &bytes)
  }

  /// The value at a path among inputs and attributes.
  func value(at path: [String]) -> PropertyValue? {
    attributes.value(at: path) ?? inputs.value(at: path) ?? parts.value(at: path)
  }

  private func append(_ path: [String], _ form: IdentityTemplate.Form, _ fallback: String, to bytes: inout [UInt8]) {
    let text = value(at: path)?.scalarText ?? fallback
    switch form {
    case .plain: bytes += text.utf8
    case .tail: bytes += text.tail.utf8
    case .fold: bytes += text.lowercased().utf8
    case .after(let count): bytes += text.utf8.dropFirst(count)
    }
  }
}

extension String {
  /// What follows the last `/`, or in an ARN without one the last `:`; the whole text otherwise.
  var tail: Substring {
    if let slash = utf8.lastIndex(of: UInt8(ascii: "/")) { return self[index(after: slash)...] }
    if hasPrefix("arn:"), let colon = utf8.lastIndex(of: UInt8(ascii: ":")) { return self[index(after: colon)...] }
    return self[...]
  }
}
