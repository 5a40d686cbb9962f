import Synchronization

/// Rules of IAM actions such as `kms:Decrypt` or `s3:Get*`, for literals and documents alike.
public enum ActionRules {
  /// What is wrong with an action; nil if nothing is.
  ///
  /// An action that the catalogue does not know is a warning: AWS takes it, and it may be newer than the catalogue.
  public static func violation(of action: String, subject: String = "Action") -> RuleViolation? {
    if action == "*" { return nil }
    if accepted.withLock({ $0.contains(action) }) { return nil }
    let found = examined(action, subject: subject)
    if found == nil { accepted.withLock { if $0.count < 10_000 { $0.insert(action) } } }
    return found
  }

  /// Actions that were found right; the same few occur in every policy.
  private static let accepted = Mutex<Set<String>>([])

  private static func examined(_ action: String, subject: String) -> RuleViolation? {
    guard let colon = action.firstIndex(of: ":"), colon != action.startIndex, action.index(after: colon) != action.endIndex else {
      return RuleViolation(
        .invalidPolicy, message: "\(subject) must be a service and an action such as kms:Decrypt, not '\(ValueText.shortened(action))'")
    }
    let service = String(action[..<colon])
    let name = String(action[action.index(after: colon)...])
    let catalog = ResourceCatalog.aws.actions
    guard let actions = catalog.actions(ofService: service) else {
      if service.utf8.contains(UInt8(ascii: "*")) || service.utf8.contains(UInt8(ascii: "?")) {
        return RuleViolation(.invalidPolicy, message: "the service of '\(ValueText.shortened(action))' must not hold a wildcard")
      }
      let nearest = NearestName.nearest(to: service, among: catalog.services.lazy.map { String($0) })
      let message = "unknown IAM service '\(ValueText.shortened(service))'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
      return RuleViolation(.unknownService, severity: .warning, message: message, replacements: nearest.map { ["\($0):\(name)"] } ?? [])
    }
    if name.utf8.contains(UInt8(ascii: "*")) || name.utf8.contains(UInt8(ascii: "?")) {
      guard catalog.countOfActions(matching: name, ofService: service) == 0 else { return nil }
      return RuleViolation(
        .unknownAction, severity: .warning,
        message: "IAM action pattern '\(action)' matches none of the \(actions.count) actions of '\(service)'")
    }
    if catalog.action(name, ofService: service) != nil { return nil }
    let nearest = NearestName.nearest(to: name, among: actions).map { "\(service):\(recased($0, like: name))" }
    let message = "unknown IAM action '\(ValueText.shortened(action))'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    return RuleViolation(.unknownAction, severity: .warning, message: message, replacements: nearest.map { [$0] } ?? [])
  }

  /// A name that the catalogue only knows in lower case, with capitals where the one that was typed has them.
  private static func recased(_ name: String, like typed: String) -> String {
    guard name == name.lowercased(), typed != typed.lowercased() else { return name }
    var result = Array(name.utf8)
    let model = Array(typed.utf8)
    let lowered = Array(typed.lowercased().utf8)
    for index in 0..<min(model.count, result.count) where lowered[index] == result[index] && model[index] != lowered[index] {
      result[index] = model[index]
    }
    return String(decoding: result, as: UTF8.self)
  }
}
