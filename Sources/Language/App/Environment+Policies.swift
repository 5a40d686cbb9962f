public import StrataModel

extension Environment {
  /// Holds the environment to frameworks: a finding of one of their rules stops `plan` and `deploy` before anything is called.
  ///
  /// ```swift
  /// Environment("production", region: .usEast1, target: .aws(account: "123456789012")) { serenity(.production) }
  ///   .requiring(.hipaa, .pciDSS)
  ///   .answering(ManualControl("business-associate-agreement", owner: "Privacy officer", due: "2027-03-31"))
  /// ```
  ///
  /// Findings that are warnings are shown and stop nothing. `check` tells which controls the resources meet, and writes the report for an audit.
  public func requiring(_ frameworks: Framework...) -> Environment { changed { $0.require(frameworks) } }

  /// Accepts findings that are known, each with a reason and a last day.
  ///
  /// Where the finding is about one resource, ``Modifiable/waived(_:reason:until:fileID:line:column:)`` says the same at its declaration.
  public func waiving(_ waivers: Waiver...) -> Environment { waiving(waivers) }

  /// Accepts findings that are known, each with a reason and a last day.
  public func waiving(_ waivers: [Waiver]) -> Environment { changed { $0.waivers += waivers } }

  /// Says who answers for controls that no graph can show.
  public func answering(_ controls: ManualControl...) -> Environment { answering(controls) }

  /// Says who answers for controls that no graph can show.
  public func answering(_ controls: [ManualControl]) -> Environment { changed { $0.manualControls += controls } }

  /// Adds rules of the program's own, which run beside those of the frameworks.
  public func checking(_ rules: PolicyRule...) -> Environment { changed { $0.rules += rules } }

  /// Names accounts outside of the program that keys and roles may trust, by their twelve digits.
  public func trusting(_ accounts: String...) -> Environment { changed { $0.trustedAccounts += accounts } }

  private func changed(_ body: (inout PolicyRequirements) -> Void) -> Environment {
    var environment = self
    body(&environment.policies)
    return environment
  }
}
