/// Who makes calls.
///
/// Source: <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>.
public struct CallerIdentity: Sendable, Hashable {
  /// The account's twelve digits.
  public var account: String
  /// The ARN of the user, or of the role's session.
  public var arn: String
  public var userID: String

  /// Creates an identity.
  public init(account: String, arn: String, userID: String) {
    self.account = account
    self.arn = arn
    self.userID = userID
  }
}
