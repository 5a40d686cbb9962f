import StrataModel

/// Tells texts that look like secrets from those that only name one.
enum SecretText {
  private static let words = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "API_KEY", "PRIVATE_KEY", "ACCESS_KEY", "CREDENTIAL"]
  private static let endings = ["_NAME", "_ARN", "_ID", "_PATH", "_URL", "_URI", "_FILE", "_KEY_ID", "_PREFIX", "_TTL"]

  /// Whether a variable of this name would hold a secret.
  static func isName(_ name: String) -> Bool {
    let name = name.uppercased()
    return words.contains { name.contains($0) } && !endings.contains { name.hasSuffix($0) }
  }

  /// Whether a text is a secret by its form: an access key of AWS, a private key, or a token of GitHub or Slack.
  static func isSecret(_ text: String) -> Bool {
    if text.contains("PRIVATE KEY-----") { return true }
    return text.firstMatch(of: #/\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abprs]-[A-Za-z0-9-]{10,}/#) != nil
  }

  /// Whether a literal is a reference to a secret that is resolved later.
  static func isDynamic(_ text: String) -> Bool { text.hasPrefix("{{resolve:") || text.hasPrefix("arn:") }
}
