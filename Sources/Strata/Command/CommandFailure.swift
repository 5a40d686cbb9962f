import StrataModel

/// Why a command did not do what it was asked; every reason, for people and for scripts.
struct CommandFailure: Error, Sendable {
  var diagnostics: [Diagnostic]
  var status: ExitStatus
  /// What the command has to tell programs beside the reasons.
  var document: PropertyObject?

  /// Creates a failure from diagnostics.
  init(_ diagnostics: [Diagnostic], status: ExitStatus = .failure) {
    self.diagnostics = diagnostics
    self.status = status
  }

  /// Creates a failure from one diagnostic.
  init(_ diagnostic: Diagnostic, status: ExitStatus = .failure) { self.init([diagnostic], status: status) }
}
