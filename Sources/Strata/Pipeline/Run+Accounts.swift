import StrataDeployment
import StrataModel

extension Run {
  /// Proves, for every place that a plan touches, that the caller acts in the account that the program names.
  ///
  /// - Throws: ``CommandFailure`` for credentials that are missing or refused, or that belong to another account; nothing was changed then.
  func proveAccounts(of plan: Plan) async throws(CommandFailure) {
    var problems: [Diagnostic] = []
    for placement in plan.placements.sorted() {
      let proven: String?
      if let known = accounts[placement] { proven = known } else { proven = try await Self.account(in: placement, deployment.provider) }
      guard let proven, proven != placement.account else { continue }
      problems.append(
        Diagnostic(
          .error, code: "other-account",
          "the plan is for account \(placement.account) in \(placement.region), and the caller acts in \(proven)",
          remedy: "use credentials of account \(placement.account), or name the account in the environment's target",
          at: session.environment.source))
    }
    guard problems.isEmpty else { throw CommandFailure(problems) }
  }

  /// The account that the caller acts in at a place; `nil` where the answer does not tell.
  static func account(in placement: Placement, _ provider: any Provider) async throws(CommandFailure) -> String? {
    do {
      // arn:aws:iam::123456789012:user/name
      let parts = try await provider.authenticate(in: placement).split(separator: ":", omittingEmptySubsequences: false)
      return parts.count > 4 ? String(parts[4]) : nil
    } catch {
      throw CommandFailure(error)
    }
  }
}
