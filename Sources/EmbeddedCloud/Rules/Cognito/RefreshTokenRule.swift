import StrataDeployment
import StrataModel

/// Tokens live between limits.
///
/// Source: Cognito developer guide, "Using the refresh token" (60 minutes to 10 years), "Using the access token" and "the ID token" (5 minutes to 1 day).
struct RefreshTokenRule: CloudRule {
  let types = ["AWS::Cognito::UserPoolClient"]
  let summary = "A refresh token lives at least 60 minutes, an access or ID token 5 minutes to one day."
  let source = "Cognito CreateUserPoolClient, RefreshTokenValidity"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    try check(change, "RefreshToken", "days", 60 * 60, 3650 * 86_400)
    try check(change, "AccessToken", "hours", 300, 86_400)
    try check(change, "IdToken", "hours", 300, 86_400)
  }

  private func check(
    _ change: CloudChange, _ name: String, _ usualUnit: String, _ minimum: Int, _ maximum: Int
  ) throws(ProviderError) {
    guard let validity = change.properties[name + "Validity"]?.integerValue, validity > 0 else { return }
    let unit = change.properties["TokenValidityUnits"]?[name]?.stringValue ?? usualUnit
    let seconds = validity * (["seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400][unit] ?? 1)
    if !(minimum...maximum).contains(seconds) {
      throw CloudErrors.invalid(
        "InvalidParameterException",
        "\(name)Validity must lie between \(minimum / 60) minutes and \(maximum / 86_400) days, not be \(validity) \(unit)",
        PropertyPath(name + "Validity"))
    }
  }
}
