/// The identity of one incarnation of a resource: 13 lowercase Base32 characters.
///
/// A rename or move keeps it; a replacement makes a new one.
public struct InstanceID: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let text: String

  /// Creates an identity from its written form.
  public init(_ text: String) { self.text = text }
  public init(stringLiteral value: String) { text = value }

  /// Creates the identity of an incarnation.
  ///
  /// - Parameter generation: a number of the state's counter, never used twice within a lineage.
  public init(lineage: String, address: ResourceAddress, generation: Int) {
    text = Digest.base32(of: Digest.hash(fields: ["strata.instance.1", lineage, address.path, String(generation)]), count: 13)
  }

  public var description: String { text }
  public static func < (left: InstanceID, right: InstanceID) -> Bool { left.text < right.text }

  /// The eight characters that end a physical name which the engine chose.
  public var nameSuffix: String { String(text.prefix(8)) }

  /// The physical name of an object whose type lets no declaration give one.
  public var name: String { "strata-\(nameSuffix)" }

  /// The value of the identity tag `strata:instance`, which proves that an object is ours.
  public func identityTag(lineage: String) -> String { "\(lineage.prefix(8)).\(text)" }
}
