/// The token of a sign-in as the AWS CLI keeps it; members of other tools' making are lost when it is written back.
struct SSOToken: Sendable, Codable {
  var startUrl: String?
  var region: String?
  var accessToken: String
  var expiresAt: String
  var clientId: String?
  var clientSecret: String?
  var registrationExpiresAt: String?
  var refreshToken: String?

  /// When it ends, in seconds since 1970.
  var end: Double? { CalendarTime.seconds(iso8601: expiresAt) }

  /// The input of `CreateToken` that renews it, or `nil` where the sign-in does not allow that.
  func renewal(at now: Double) -> AWSValue? {
    guard let clientId, let clientSecret, let refreshToken,
      let end = registrationExpiresAt.flatMap(CalendarTime.seconds(iso8601:)), end > now
    else { return nil }
    return [
      "clientId": .string(clientId), "clientSecret": .string(clientSecret), "grantType": "refresh_token",
      "refreshToken": .string(refreshToken),
    ]
  }

  /// The token after a renewal.
  func renewed(by output: AWSValue, at now: Double) -> SSOToken? {
    guard let access = output["accessToken"]?.string, let seconds = output["expiresIn"]?.integer else { return nil }
    var result = self
    result.accessToken = access
    result.expiresAt = CalendarTime(secondsSince1970: now + Double(seconds)).extendedDateTime
    if let refresh = output["refreshToken"]?.string { result.refreshToken = refresh }
    return result
  }
}
