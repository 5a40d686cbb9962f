import StrataLanguage
import StrataModel

/// How long tokens of a user pool's client live: access and ID tokens 5 minutes to one day, refresh tokens one hour to ten years.
enum TokenLifetimes {
  static func check(_ client: DeclaredResource, _ report: inout DiagnosticReport) {
    let day = 86_400
    let access = seconds("AccessTokenValidity", "AccessToken", unit: "hours", client)
    let identity = seconds("IdTokenValidity", "IdToken", unit: "hours", client)
    let refresh = seconds("RefreshTokenValidity", "RefreshToken", unit: "days", client)
    check(access, "AccessTokenValidity", 300...day, "5 minutes to 1 day", client, &report)
    check(identity, "IdTokenValidity", 300...day, "5 minutes to 1 day", client, &report)
    check(refresh, "RefreshTokenValidity", 3_600...(3_650 * day), "60 minutes to 10 years", client, &report)
    guard let refresh else { return }
    for (value, name) in [(access, "AccessTokenValidity"), (identity, "IdTokenValidity")] {
      guard let value, value > refresh else { continue }
      report.error(
        "token-validity", "\(name) is longer than RefreshTokenValidity", remedy: "shorten it, or lengthen the refresh token", at: client,
        path: PropertyPath(name))
    }
  }

  private static func check(
    _ seconds: Int?, _ property: String, _ range: ClosedRange<Int>, _ words: String, _ client: DeclaredResource,
    _ report: inout DiagnosticReport
  ) {
    guard let seconds, !range.contains(seconds) else { return }
    let text = seconds % 86_400 == 0 ? "\(seconds / 86_400) days" : seconds % 60 == 0 ? "\(seconds / 60) minutes" : "\(seconds) seconds"
    report.error(
      "token-validity", "\(property) must be \(words), not \(text)", remedy: "mind the unit in TokenValidityUnits", at: client,
      path: PropertyPath(property))
  }

  private static func seconds(_ property: String, _ token: String, unit: String, _ client: DeclaredResource) -> Int? {
    guard let value = client.properties[property]?.wholeNumber else { return nil }
    let given = client.properties.value(at: "TokenValidityUnits", token)
    if given != nil, given?.stringValue == nil { return nil }
    // Far beyond every limit; larger numbers would only overflow.
    guard (0...1_000_000).contains(value) else { return value > 0 ? 1_000_000 * 86_400 : 0 }
    switch given?.stringValue ?? unit {
    case "seconds": return value
    case "minutes": return value * 60
    case "hours": return value * 3_600
    case "days": return value * 86_400
    default: return nil
    }
  }
}
