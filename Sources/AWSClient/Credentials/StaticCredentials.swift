/// Credentials that are given as they are.
public struct StaticCredentials: CredentialProvider {
  private let value: Credentials

  /// Creates the source.
  public init(_ credentials: Credentials) { value = credentials }

  public var name: String { "given credentials" }

  public func credentials() async throws(AWSError) -> Credentials? { value }
}
