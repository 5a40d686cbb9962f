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
    let bytes = id.utf8
    guard (1...64).contains(bytes.count) else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}

extension ResourceAddress: CustomStringConvertible, Comparable, ExpressibleByStringLiteral {
  public var description: String { path }
  public init(stringLiteral value: String) { self.init(value) }
  public static func < (left: ResourceAddress, right: ResourceAddress) -> Bool { left.path < right.path }
}
