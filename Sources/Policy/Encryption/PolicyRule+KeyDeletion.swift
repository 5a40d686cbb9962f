import StrataModel

extension PolicyRule {
  static let keyDeletionWindow = PolicyRule(
    "R02", "kms-deletion-window", title: "A deleted key can be called back, in production for 30 days, and does not leave with the program",
    why: "what a deleted key encrypted is lost for good",
    remedy: "set PendingWindowInDays to 30, and say .protected() or .retained()",
    controls: [.hipaa("164.312(c)(1)"), .soc2("A1.2")]
  ) { context, assessment in
    for key in context.keys {
      let days = key.properties["PendingWindowInDays"]?.wholeNumber ?? 30
      let isProduction = context.isProduction(key)
      assessment.require(
        isProduction ? days == 30 : days >= 7, of: key, at: "PendingWindowInDays",
        "a deleted key can be called back for \(days) days only",
        remedy: isProduction ? "set PendingWindowInDays to 30 in production" : "set PendingWindowInDays to 7 or more")
      if isProduction {
        assessment.require(
          key.lifecycle.isRetained || key.lifecycle.isProtected, of: key,
          "the key of production is deleted when its declaration leaves the program", remedy: "say .protected() or .retained()")
      }
    }
  }
}
