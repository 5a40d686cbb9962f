import StrataModel

extension Session {
  /// Asks whether a plan may be applied, where a deployment changes something real or takes everything apart.
  ///
  /// - Throws: ``CommandFailure`` when the answer is no, or when nobody can be asked.
  func requireApproval(_ plan: Plan, approval: ApprovalOptions, question: String, isAlwaysAsked: Bool = false) throws(CommandFailure) {
    guard !approval.yes, isAlwaysAsked || !target.isEmbedded else { return }
    guard terminal.isInteractive, !approval.noInput else {
      throw CommandFailure(
        Diagnostic(.error, code: "approval-needed", "\(question) Nobody can be asked here", remedy: "add --yes if that is meant"))
    }
    guard terminal.confirms("\n\(question) On \(destination). Only 'yes' is taken for yes: ") else {
      throw CommandFailure(Diagnostic(.error, code: "declined", "nothing was changed"))
    }
  }

  /// Asks whether something shall be done that no plan shows.
  ///
  /// - Throws: ``CommandFailure`` when the answer is no, or when nobody can be asked.
  func confirm(_ question: String, yes: Bool) throws(CommandFailure) {
    guard !yes else { return }
    guard terminal.isInteractive else {
      throw CommandFailure(
        Diagnostic(.error, code: "approval-needed", "\(question) Nobody can be asked here", remedy: "add --yes if that is meant"))
    }
    guard terminal.confirms("\n\(question) Only 'yes' is taken for yes: ") else {
      throw CommandFailure(Diagnostic(.error, code: "declined", "nothing was changed"))
    }
  }

  /// Writes the outputs beneath a heading.
  func showOutputs(_ outputs: [String: OutputRecord], json: Bool) {
    guard !outputs.isEmpty, !json else { return }
    terminal.print("\nOutputs:\n" + OutputRenderer().text(of: outputs, as: .text))
  }
}
