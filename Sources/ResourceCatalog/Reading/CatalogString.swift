import CatalogData

/// A string of the catalogue, compared and searched without a copy.
///
/// It is four bytes wide: an offset into the embedded pool. `String(_:)` makes a copy, comparing does not.
public struct CatalogString: Sendable, Hashable, Comparable, CustomStringConvertible {
  let offset: UInt32

  init(offset: UInt32) {
    self.offset = offset
  }

  /// Nil for the mark of an absent string.
  init?(word: UInt32) {
    guard word != catalog_none else { return nil }
    self.offset = word
  }

  /// A copy as a Swift string; allocates for more than 15 bytes of UTF-8.
  public var description: String { String(self) }

  /// The number of UTF-8 bytes.
  public var utf8Count: Int { Int(catalog_string_count(offset)) }

  /// Calls a closure with the UTF-8 bytes in place; they live as long as the process.
  public func withUTF8<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: catalog_string_bytes(offset), count: utf8Count))
  }

  /// Whether the string starts with the bytes of a prefix.
  public func hasPrefix(_ prefix: String) -> Bool {
    let count = prefix.utf8.count
    guard utf8Count >= count else { return false }
    var prefix = prefix
    return prefix.withUTF8 { bytes in
      withUTF8 { own in
        for index in 0..<count where own[index] != bytes[index] { return false }
        return true
      }
    }
  }

  /// Whether both hold the same bytes.
  public static func == (left: CatalogString, right: some StringProtocol) -> Bool {
    (right.utf8.withContiguousStorageIfAvailable { catalog_string_compare(left.offset, $0.baseAddress, $0.count) == 0 })
      ?? (String(left) == String(right))
  }

  /// Whether both hold the same bytes.
  public static func == (left: some StringProtocol, right: CatalogString) -> Bool { right == left }

  /// Whether the bytes differ.
  public static func != (left: CatalogString, right: some StringProtocol) -> Bool { !(left == right) }

  /// In the order of UTF-8 bytes.
  public static func < (left: CatalogString, right: CatalogString) -> Bool {
    right.withUTF8 { catalog_string_compare(left.offset, $0.baseAddress, $0.count) < 0 }
  }
}

extension String {
  /// Copies a string out of the catalogue.
  public init(_ string: CatalogString) {
    self = string.withUTF8 { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls a closure with the UTF-8 bytes, in place for native strings.
  func withCatalogBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
