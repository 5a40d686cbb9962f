/// What the schema says of a property beyond its value.
public struct PropertyTraits: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The object is refused without it.
  public static let required = PropertyTraits(rawValue: 1)
  /// AWS fills it; a document that sets it is refused.
  public static let readOnly = PropertyTraits(rawValue: 2)
  /// A change replaces the resource.
  public static let createOnly = PropertyTraits(rawValue: 4)
  /// AWS takes it and never returns it.
  public static let writeOnly = PropertyTraits(rawValue: 8)
  /// AWS advises against it.
  public static let deprecated = PropertyTraits(rawValue: 16)
  /// Some changes replace the resource.
  public static let conditionalCreateOnly = PropertyTraits(rawValue: 32)
}
