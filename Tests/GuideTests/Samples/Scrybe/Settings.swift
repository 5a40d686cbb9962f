// snippet: scrybe-settings
import Strata

struct Settings: Sendable {
  enum Stage: String, Sendable {
    case staging
    case production
  }

  var stage: Stage

  /// Who hears of alarms; `nil` for nobody.
  var security: String?

  /// Where a copy of the key is kept; a key cannot become one of several regions later.
  var recoveryRegion: Region?

  /// What fixed names begin with: `scrybe-phi-production`.
  var prefix: String { "scrybe-phi-\(stage.rawValue)" }

  /// The trail has a name before it exists: the key's policy names it, and it refers to the key.
  var trail: String { "\(prefix)-trail" }

  static let staging = Settings(stage: .staging)
  static let production = Settings(stage: .production, security: "security@scrybe.example", recoveryRegion: .usEast1)

  /// What a type cannot say.
  var problems: [Problem] {
    guard stage == .production, security == nil else { return [] }
    return [Problem("nobody hears of production's alarms", remedy: "give an address in 'security'")]
  }
}
// end
