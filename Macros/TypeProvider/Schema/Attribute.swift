/// Something that can be read from a declared resource: a value that AWS fills, or a name that the program gives.
public struct Attribute: Sendable {
  /// What an attribute is in Swift.
  public enum Kind: Sendable, Hashable {
    /// Identifies the resource itself, so it also fits where the resource does.
    case identifier
    case string
    case integer
    case number
    case boolean
    case strings
    /// A string that must not be shown or recorded.
    case secret
  }

  /// The member's name, by ``PropertyLabel``.
  public let label: String

  /// The name that references use, nested names joined by `.`: `Endpoint.Address`.
  public let name: String

  public let kind: Kind

  /// Whether the program sets the value too.
  public let isSettable: Bool

  /// The type of the member.
  var swiftType: String {
    switch kind {
    case .identifier: "StrataLanguage.Ref<Self>"
    case .string: "StrataLanguage.Value<Swift.String>"
    case .integer: "StrataLanguage.Value<Swift.Int>"
    case .number: "StrataLanguage.Value<Swift.Double>"
    case .boolean: "StrataLanguage.Value<Swift.Bool>"
    case .strings: "StrataLanguage.Value<[Swift.String]>"
    case .secret: "StrataLanguage.Secret"
    }
  }
}
