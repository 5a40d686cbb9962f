import StrataModel

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How a reference survives inside of a Swift `String`.
///
/// `"\(bucket.arn)/*"` is an ordinary string as far as Swift is concerned, and often nothing tells the compiler that it should be more. So a
/// value that is not known yet writes itself into the string as a token: a private-use character, the value's JSON, a checksum, and a closing
/// private-use character. Where the string enters a property the token becomes the reference again. The token carries everything itself, so
/// there is no table that one synthesis could share with another.
///
/// A string that was cut, lowercased or otherwise changed after the interpolation fails the checksum or lacks one of the two characters. It
/// becomes a marker (``ProvisionalAddress/mangled``) that the end of the synthesis reports with the place of the resource that it was used in.
enum InterpolationToken {
  private static let opening = "\u{E000}"
  private static let closing = "\u{E001}"

  /// The text of a known scalar, or a token for everything else.
  @inline(never)
  static func text(of value: PropertyValue) -> String {
    if let text = value.scalarText { return text }
    let payload = JSONWriter.text(of: value)
    return opening + payload + "#" + String(checksum(payload), radix: 16) + closing
  }

  /// The value that a string with tokens means; a string without any stays what it is.
  @inline(never)
  static func decode(_ text: String) -> PropertyValue {
    mayHoldToken(text) ? decodeTokens(text) : .string(text)
  }

  /// Whether the first byte of the two marker characters occurs; one pass of `memchr`, because nearly every string is free of it.
  static func mayHoldToken(_ text: String) -> Bool {
    let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, 0xEE, bytes.count) != nil
    }
    return answer ?? text.unicodeScalars.contains { $0 == "\u{E000}" || $0 == "\u{E001}" }
  }

  private static func decodeTokens(_ text: String) -> PropertyValue {
    var parts: [PropertyValue] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(where: { $0 == "\u{E000}" || $0 == "\u{E001}" }) {
      guard rest[start] == "\u{E000}", let end = rest[start...].firstIndex(of: "\u{E001}"),
        let value = value(ofToken: rest[rest.index(after: start)..<end])
      else { return ProvisionalAddress.mangled(text) }
      append(String(rest[..<start]), to: &parts)
      append(value, to: &parts)
      rest = rest[rest.index(after: end)...]
    }
    append(String(rest), to: &parts)
    return parts.count == 1 ? parts[0] : .expression(Expression(.concatenate, parts))
  }

  private static func append(_ text: String, to parts: inout [PropertyValue]) {
    if !text.isEmpty { parts.append(.string(text)) }
  }

  /// A join inside of a join is one join.
  private static func append(_ value: PropertyValue, to parts: inout [PropertyValue]) {
    if case .expression(let expression) = value, expression.function == .concatenate {
      parts += expression.arguments
    } else {
      parts.append(value)
    }
  }

  private static func value(ofToken token: Substring.UnicodeScalarView) -> PropertyValue? {
    guard let hash = token.lastIndex(of: "#") else { return nil }
    let payload = String(token[..<hash])
    guard String(token[token.index(after: hash)...]) == String(checksum(payload), radix: 16) else { return nil }
    return try? JSONReader.value(of: payload.utf8)
  }

  /// FNV-1a, 32 bits (Fowler, Noll, Vo): enough to notice a changed letter.
  private static func checksum(_ text: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// What is shown of a mangled text: the tokens as `…`.
  static func readable(_ text: String) -> String {
    var result = ""
    var isInside = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{E000}":
        isInside = true
        result += "…"
      case "\u{E001}":
        if !isInside { result = "…" }
        isInside = false
      default: if !isInside { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
