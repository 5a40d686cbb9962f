import StrataDeployment
import StrataModel

extension Doctor {
  /// Whether state is whole: its checksums are proven by every read.
  static func stateIntegrity(_ location: String, _ state: Result<StateSnapshot?, StateError>, environment: String) -> Check {
    let name = "state"
    switch state {
    case .success(let snapshot?):
      return .passed(
        name, "\(location) is whole: serial \(snapshot.serial), \(DiagnosticRenderer.count(snapshot.records.count, "resource"))")
    case .success(nil): return .passed(name, "nothing is deployed yet (\(location))")
    case .failure(let error):
      let remedy =
        switch error.code {
        case .corrupted: "run 'state repair \(environment)', or 'state restore \(environment)' for an earlier state"
        case .newerFormat: "use the version of the engine that wrote it, or a later one"
        case .encryption: "give the passphrase or key that the state is encrypted with"
        case .otherEnvironment: "point --state-directory or the bucket's prefix to the state of '\(environment)'"
        default: "run 'init \(environment)' if its place was never prepared; else check the way to it"
        }
      return .failed(name, error.message, remedy: remedy)
    }
  }

  /// Whether somebody holds the lock, or left it.
  static func lock(_ status: Result<LockStatus?, StateError>, environment: String) -> Check {
    let name = "lock"
    switch status {
    case .success(nil): return .passed(name, "free")
    case .success(let held?):
      let since = DateText.utc(held.owner.since)
      guard held.remaining == 0 else {
        return .warning(
          name, "held by \(held.owner), since \(since)",
          remedy: "wait until it is done; if that process is gone for good, run 'state unlock \(environment)'")
      }
      return .warning(name, "left by \(held.owner), since \(since); it has run out", remedy: "the next run takes it over")
    case .failure(let error): return .failed(name, error.message, remedy: "check the way to the state")
    }
  }

  /// Whether an interrupted run left operations of which nobody knows the outcome.
  static func openIntents(_ addresses: [ResourceAddress], environment: String) -> Check {
    let name = "interrupted operations"
    guard !addresses.isEmpty else { return .passed(name, "none") }
    let more = addresses.count > 3 ? " and \(addresses.count - 3) more" : ""
    let named = addresses.prefix(3).map(\.path).joined(separator: ", ") + more
    return .warning(
      name, "\(DiagnosticRenderer.count(addresses.count, "operation")) without an outcome: \(named)",
      remedy: "run 'recover \(environment)', or deploy, which does it first")
  }

  /// Whether files wait that could not be recorded where the state is.
  static func rescuedFiles(_ paths: [String], environment: String) -> Check {
    let name = "rescued records"
    guard !paths.isEmpty else { return .passed(name, "none") }
    return .warning(
      name, "\(DiagnosticRenderer.count(paths.count, "file")) could not be recorded: \(paths.joined(separator: ", "))",
      remedy: "the next deployment records them; or run 'state push'")
  }

  /// What the place of remote state lacks: what `init` would refuse, and what it would do.
  static func statePlace(_ location: String, problems: [String], missing: [String], environment: String) -> Check {
    let name = "state bucket"
    if let problem = problems.first { return .failed(name, problem, remedy: "name another bucket in the environment's state") }
    guard !missing.isEmpty else { return .passed(name, "\(location) is versioned, encrypted, private, and reached over TLS only") }
    return .failed(
      name, "\(location) lacks something: \(missing.joined(separator: "; "))", remedy: "run 'init \(environment)', which does that")
  }
}
