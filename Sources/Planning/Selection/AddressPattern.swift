public import StrataModel

/// Names resources: an address, a stack or component with everything inside, or either with wildcards.
///
/// `*` stands for any characters of one id, `?` for one of them, and an id that is `**` for any number of ids. A pattern that names a stack or
/// component means everything inside: `data`, `data/*` and `data/tables` all reach `data/tables/sessions`.
public struct AddressPattern: Sendable, Hashable, CustomStringConvertible {
  /// The pattern as it was written.
  public let text: String
  private let ids: [[UInt8]]

  /// Creates a pattern.
  public init(_ text: String) {
    self.text = text
    ids = text.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
  }

  public var description: String { text }

  /// Whether a resource is meant.
  public func matches(_ address: ResourceAddress) -> Bool {
    guard !ids.isEmpty else { return false }
    return Self.matches(ids[...], address.path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }[...])
  }

  /// Whether a pattern covers the beginning of an address.
  private static func matches(_ pattern: ArraySlice<[UInt8]>, _ ids: ArraySlice<[UInt8]>) -> Bool {
    guard let first = pattern.first else { return true }
    if first == [UInt8(ascii: "*"), UInt8(ascii: "*")] {
      return (ids.startIndex...ids.endIndex).contains { matches(pattern.dropFirst(), ids[$0...]) }
    }
    guard let id = ids.first, covers(first, id) else { return false }
    return matches(pattern.dropFirst(), ids.dropFirst())
  }

  /// Whether a pattern of one id covers it; linear but for the way back to the last `*`.
  private static func covers(_ pattern: [UInt8], _ id: [UInt8]) -> Bool {
    var (place, index) = (0, 0)
    var star: (place: Int, index: Int)?
    while index < id.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == id[index] || pattern[place] == UInt8(ascii: "?") {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.place, last.index + 1)
        place = last.place + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
