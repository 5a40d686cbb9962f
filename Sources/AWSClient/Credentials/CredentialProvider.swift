/// A source of credentials.
///
/// Implement it for a source of your own. The client asks again when the credentials are about to end or were refused as expired, never
/// twice at the same time, so that an implementation needs no cache.
public protocol CredentialProvider: Sendable {
  /// What the source is called where a message lists what was tried, for example `environment variables`.
  var name: String { get }

  /// The credentials, or `nil` where nothing is configured for this source, so that the next one is asked.
  ///
  /// - Throws: an error of the kind `credentials` where the source is configured and fails: no other source is asked then, lest a call
  ///   is made as somebody else.
  func credentials() async throws(AWSError) -> Credentials?
}
