/// How Security Hub says that there is nothing.
enum SecurityHubAbsence {
  /// `InvalidAccessException` is the answer where Security Hub is not enabled.
  static let codes: Set<String> = ["InvalidAccessException", "ResourceNotFoundException"]
}
