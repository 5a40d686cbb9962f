/// How the process ends, for scripts.
enum ExitStatus: Int32, Sendable {
  /// Done, or nothing to do.
  case success = 0
  /// Refused or failed; the reason was written.
  case failure = 1
  /// With `plan --detailed-exitcode` there are changes; with `drift` there is drift.
  case changes = 2
  /// Stopped by an interrupt; what was done is recorded.
  case interrupted = 130
}
