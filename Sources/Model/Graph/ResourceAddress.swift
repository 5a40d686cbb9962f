/// The identity of a declared resource: the path of the ids that were declared, `stack/component/id`.
///
/// Each id matches `[A-Za-z0-9._-]{1,64}`. The environment is the state's, and region and account are the placement's, so none is part of it.
public struct ResourceAddress: Sendable, Hashable {
  /// The ids, joined by `/`.
  public let path: String

  /// Creates an address from its written form, without checking it.
  public init(_ path: String) { self.path = path }

  /// The outermost id: the stack's.
  public var stack: String {
    guard let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[..<end])
  }

  /// The innermost id: the resource's own.
  public var id: String {
    guard let start = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: start)...])
  }

  /// Whether a text is a valid id of a stack, component or resource.
  public static func isValidID(_ id: String) -> Bool {
    guard (1...64).contains(id.utf8.count) else { return false }
    // Called for every resource: a plain loop over the bytes, because closures and iterators are slow in debug builds.
    return id.utf8.withContiguousStorageIfAvailable(containsOnlyIDBytes) ?? Array(id.utf8).withUnsafeBufferPointer(containsOnlyIDBytes)
  }

  private static func containsOnlyIDBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var index = 0
    while index < bytes.count {
      let byte = start[index]
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isDigit = byte &- 0x30 < 10
      guard isLetter || isDigit || byte == 0x2E || byte == 0x5F || byte == 0x2D else { return false }
      index &+= 1
    }
    return true
  }
}

extension ResourceAddress: CustomStringConvertible, Comparable, ExpressibleByStringLiteral {
  public var description: String { path }
  public init(stringLiteral value: String) { self.init(value) }
  public static func < (left: ResourceAddress, right: ResourceAddress) -> Bool { left.path < right.path }
}
