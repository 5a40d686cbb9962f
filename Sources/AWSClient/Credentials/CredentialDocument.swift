import Foundation

/// Credentials as JSON, in the form that processes, containers and instances share.
struct CredentialDocument: Sendable, Decodable {
  private enum CodingKeys: String, CodingKey {
    case version = "Version"
    case code = "Code"
    case accessKeyID = "AccessKeyId"
    case secretAccessKey = "SecretAccessKey"
    case sessionToken = "SessionToken"
    case token = "Token"
    case expiration = "Expiration"
    case accountID = "AccountId"
  }

  var version: Int?
  /// `Success`, or what the instance's metadata report instead of credentials.
  var code: String?
  var accessKeyID: String?
  var secretAccessKey: String?
  var sessionToken: String?
  var token: String?
  var expiration: String?
  var accountID: String?

  /// Reads a document.
  init?(_ bytes: [UInt8]) {
    guard let document = try? JSONDecoder().decode(CredentialDocument.self, from: Data(bytes)) else { return nil }
    self = document
  }

  /// The credentials, or `nil` where a part is missing or the expiration cannot be read.
  var credentials: Credentials? {
    guard let accessKeyID, let secretAccessKey else { return nil }
    let end = expiration.map { CalendarTime.seconds(iso8601: $0) }
    if case .some(.none) = end { return nil }
    return Credentials(
      accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken ?? token, expiration: end ?? nil,
      accountID: accountID)
  }
}
