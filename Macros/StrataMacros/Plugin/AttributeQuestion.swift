#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The compiler's question which attributes `@Stack` or `@Component` gives to one member of its type.
///
/// The compiler asks once per member, and each question carries the text of the whole type: nine tenths of what the plugin would decode, and
/// swift-syntax is slow in debug builds. Only `body` and what returns infrastructure get an attribute, so a member whose text names neither is
/// answered from the bytes of the message.
///
/// The messages are JSON (`PluginMessages.swift` of swift-syntax, in use since protocol version 5 of Swift 5.9). A message that is not understood
/// goes the usual way.
enum AttributeQuestion {
  /// The answer "none": what swift-syntax sends for an expansion without text and diagnostics.
  static let none = #"{"expandMacroResult":{"diagnostics":[],"expandedSource":""}}"#

  /// Whether the message is such a question, of a member that gets no attribute.
  static func isAnsweredWithNone(_ message: UnsafeRawBufferPointer) -> Bool {
    // Quotes inside of JSON texts are escaped, so that a key with its quotes is never part of somebody's source.
    guard message.firstIndex(of: #""macroRole":"memberAttribute""#) != nil,
      let declaration = message.firstIndex(of: #""declSyntax":{"#),
      let key = message.firstIndex(of: #","source":""#, from: declaration)
    else { return false }
    let start = key + #","source":""#.utf8.count
    guard let end = message.endOfText(from: start) else { return false }
    let member = UnsafeRawBufferPointer(rebasing: message[start..<end])
    return member.firstIndex(of: "body") == nil && member.firstIndex(of: "Infrastructure") == nil
  }
}

extension UnsafeRawBufferPointer {
  /// Where a text starts in the bytes.
  fileprivate func firstIndex(of text: StaticString, from start: Int = 0) -> Int? {
    guard let base = baseAddress else { return nil }
    var index = start
    while index + text.utf8CodeUnitCount <= count, let found = memchr(base + index, CInt(text.utf8Start.pointee), count - index) {
      index = UnsafeRawPointer(found) - base
      guard index + text.utf8CodeUnitCount <= count else { return nil }
      if memcmp(found, text.utf8Start, text.utf8CodeUnitCount) == 0 { return index }
      index += 1
    }
    return nil
  }

  /// Where the JSON text that starts at an index ends: at the first quote that no backslash escapes.
  fileprivate func endOfText(from start: Int) -> Int? {
    var index = start
    while index < count {
      switch self[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\""): return index
      default: index += 1
      }
    }
    return nil
  }
}
