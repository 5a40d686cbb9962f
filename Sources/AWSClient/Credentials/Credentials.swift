/// Keys that sign requests.
///
/// No description of a value shows the secret or the token, neither in text nor in a debugger's reflection.
public struct Credentials: Sendable, Hashable {
  public var accessKeyID: String
  public var secretAccessKey: String
  /// The token of temporary credentials.
  public var sessionToken: String?
  /// When they end, in seconds since 1970; `nil` for keys without an end.
  public var expiration: Double?
  /// The account that they belong to, where their source tells.
  public var accountID: String?

  /// Creates credentials.
  public init(
    accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Double? = nil, accountID: String? = nil
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
    self.accountID = accountID
  }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "Credentials(\(accessKeyID))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID]) }
}
