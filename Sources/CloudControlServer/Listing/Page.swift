import StrataModel

/// A part of a list, and the token with which the next part is asked for.
///
/// The token names the last element that was shown, so that elements which come or go in between neither repeat nor hide others; the offset
/// serves only where that element itself has gone.
struct Page<Element> {
  var elements: ArraySlice<Element>
  /// `nil` at the end.
  var nextToken: String?

  /// Cuts a page.
  ///
  /// - Parameters:
  ///   - key: what tells elements apart.
  ///   - subject: what is listed; a token of another list is refused.
  /// - Throws: ``ServiceError`` for a token that is none, or that belongs to another list.
  init(
    of all: [Element], key: (Element) -> String, subject: String, limit: Int, after token: String?
  ) throws(ServiceError) {
    var start = 0
    if let token {
      guard let mark = Self.mark(token), mark.subject == Self.shortened(subject) else { throw .invalidRequest("Invalid NextToken") }
      start = all.firstIndex { Self.shortened(key($0)) == mark.key }.map { $0 + 1 } ?? min(mark.offset, all.count)
    }
    elements = all[start...].prefix(limit)
    if elements.endIndex < all.count, let last = elements.last {
      nextToken = Digest.hexadecimal(of: "\(Self.shortened(subject)).\(elements.endIndex).\(Self.shortened(key(last)))".utf8)
    }
  }

  /// A digest in place of a text: tokens have a greatest length, and identifiers may be long.
  private static func shortened(_ text: String) -> String { String(Digest.hexadecimal(text).prefix(20)) }

  private static func mark(_ token: String) -> (subject: String, offset: Int, key: String)? {
    guard token.utf8.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var rest = token[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ".")
    guard parts.count == 3, let offset = Int(parts[1]), offset >= 0 else { return nil }
    return (String(parts[0]), offset, String(parts[2]))
  }
}
