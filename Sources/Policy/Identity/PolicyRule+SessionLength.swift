import StrataModel

extension PolicyRule {
  static let sessionLength = PolicyRule(
    "R31", "auto-logoff", title: "Who is away for fifteen minutes is signed out",
    why: "an open session at an unattended screen is everybody's",
    remedy: "set AccessTokenValidity and IdTokenValidity to 15 minutes, RefreshTokenValidity to 60 or RefreshTokenRotation to ENABLED",
    controls: [.hipaa("164.312(a)(2)(iii)"), .pciDSS("8.2.8")]
  ) { context, assessment in
    for client in context.all("AWS::Cognito::UserPoolClient") {
      let flows = client.properties["AllowedOAuthFlows"]?.elements.compactMap(\.stringValue) ?? []
      // A client of machines has no screen that somebody leaves.
      if flows == ["client_credentials"] {
        assessment.examine(client)
        continue
      }
      for (property, unit) in [("AccessTokenValidity", "AccessToken"), ("IdTokenValidity", "IdToken")] {
        let minutes = lifetime(of: client, property, unit, standard: 60)
        assessment.require(
          minutes <= 15, of: client, at: PropertyPath(property), "a token is valid for \(minutes) minutes",
          remedy: "set \(property) to 15 with the unit minutes")
      }
      let refresh = lifetime(of: client, "RefreshTokenValidity", "RefreshToken", standard: 43_200)
      let rotates = client.properties.value(at: "RefreshTokenRotation", "Feature") == "ENABLED"
      assessment.require(
        refresh <= 60 || rotates, of: client, at: "RefreshTokenValidity", "a session goes on for \(refresh) minutes without signing in")
      assessment.require(
        client.properties["EnableTokenRevocation"]?.isFalse != true, of: client, at: "EnableTokenRevocation",
        "a stolen session cannot be ended", remedy: "set EnableTokenRevocation to true")
      if client.properties["GenerateSecret"]?.isTrue != true {
        assessment.require(
          !flows.contains("implicit"), of: client, at: "AllowedOAuthFlows", "a browser receives tokens in its address",
          remedy: "allow the flow code only, with PKCE")
      }
    }
  }

  /// A token's life in minutes (Amazon Cognito, "Understanding user pool JSON web tokens": hours for access and ID tokens, days for refresh
  /// tokens, unless `TokenValidityUnits` says otherwise).
  private static func lifetime(of client: ResourceNode, _ property: String, _ token: String, standard: Int) -> Int {
    guard let value = client.properties[property]?.wholeNumber else { return standard }
    switch client.properties.value(at: "TokenValidityUnits", token)?.stringValue ?? (token == "RefreshToken" ? "days" : "hours") {
    case "seconds": return (value + 59) / 60
    case "minutes": return value
    case "hours": return value * 60
    default: return value * 1_440
    }
  }
}
