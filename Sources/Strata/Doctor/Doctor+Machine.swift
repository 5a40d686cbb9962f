import Foundation
import StrataModel

/// The checks of `deploy doctor`: each a function from what was seen to a verdict, so that each can be tested without the trouble itself.
enum Doctor {
  typealias Check = DoctorReport.Check

  // MARK: This machine

  /// The oldest compiler that builds a package of stacks.
  private static let compiler = (major: 6, minor: 2)

  /// The compiler, by what `swift --version` writes; `nil` where there is none.
  static func toolchain(_ version: String?) -> Check {
    let name = "Swift toolchain"
    guard let version else {
      return .warning(
        name, "no 'swift' is found in PATH", remedy: "install Swift from swift.org to build stacks; what is built runs without")
    }
    guard let match = version.firstMatch(of: /Swift version (\d+)\.(\d+)/), let major = Int(match.1), let minor = Int(match.2) else {
      return .warning(name, "'swift --version' names no version", remedy: "install Swift from swift.org")
    }
    guard (major, minor) >= compiler else {
      return .failed(
        name, "Swift \(major).\(minor)", remedy: "install Swift \(compiler.major).\(compiler.minor) or later: macros and checks need it")
    }
    return .passed(name, "Swift \(major).\(minor)")
  }

  /// The folder of local state, by why it cannot be written; `nil` where it can.
  static func stateFolder(_ path: String, refusal: String?) -> Check {
    let name = "state folder"
    guard let refusal else { return .passed(name, "\(path) can be written") }
    return .failed(
      name, "\(path) cannot be written: \(refusal)", remedy: "give yourself access, or name another one with --state-directory")
  }

  /// Whether an environment's program can be synthesized, by its mistakes.
  static func program(_ environment: String, _ diagnostics: [Diagnostic], resourceCount: Int) -> Check {
    let name = "program"
    let errors = diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else {
      return .passed(name, "'\(environment)' declares \(DiagnosticRenderer.count(resourceCount, "resource"))")
    }
    return .failed(
      name, "\(DiagnosticRenderer.count(errors.count, "error")): \(first.message)",
      remedy: "run 'check \(environment)', which names every place")
  }

  /// Whether the shell asks for another region than the environment's.
  static func region(_ region: String, asked: String?) -> Check {
    let name = "region"
    guard let asked, asked != region else { return .passed(name, region) }
    return .warning(
      name, "the environment is in \(region), and AWS_REGION says \(asked)",
      remedy: "deploy takes the environment's; other tools in this shell look into \(asked): set AWS_REGION=\(region)")
  }

  // MARK: The way to the cloud

  /// What a request without credentials found out.
  enum Reach: Sendable, Hashable {
    /// It answered, with its clock ahead of this machine's by so many seconds where it told.
    case answered(clockOffset: Int?)
    case failed(String)
  }

  static func endpoint(_ address: String, _ reach: Reach) -> Check {
    let name = "endpoint"
    switch reach {
    case .answered: return .passed(name, "\(address) answers")
    case .failed(let reason):
      return .failed(
        name, "\(address) cannot be reached: \(reason)", remedy: "check network, proxy (HTTPS_PROXY) and AWS_ENDPOINT_URL")
    }
  }

  /// AWS refuses requests whose time differs from its own by more than five minutes (IAM User Guide, "Signing AWS API requests").
  static func clock(_ reach: Reach) -> Check {
    let name = "clock"
    guard case .answered(let offset?) = reach else { return .skipped(name, "the endpoint tells no time") }
    let distance = abs(offset)
    let text = distance < 2 ? "agrees with the endpoint's" : "\(distance) s \(offset > 0 ? "behind" : "ahead of") the endpoint's"
    if distance > 300 {
      return .failed(name, text, remedy: "set the clock, for example with NTP: AWS refuses requests that are more than five minutes off")
    }
    if distance > 30 { return .warning(name, text, remedy: "set the clock, for example with NTP, before it is five minutes off") }
    return .passed(name, text)
  }

  /// Whose credentials were found for a place, or why none.
  static func credentials(_ place: Placement, _ caller: Result<String, CallerFailure>) -> Check {
    let name = "credentials for \(place.account) in \(place.region)"
    switch caller {
    case .success(let arn):
      // arn:aws:sts::123456789012:assumed-role/deploy/session
      let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count > 4 else { return .skipped(name, "the endpoint does not tell whose they are") }
      guard parts[4] == place.account else {
        return .failed(
          name, "\(arn) is of account \(parts[4])",
          remedy: "use credentials of account \(place.account) (AWS_PROFILE), or name the account in the environment's target")
      }
      return .passed(name, arn)
    case .failure(let failure):
      return .failed(
        name, failure.message,
        remedy:
          "set AWS_PROFILE, sign in with 'aws sso login', or give the caller the right to assume \(place.roleChain.last ?? "the role")")
    }
  }

  /// Why a cloud does not say who calls.
  struct CallerFailure: Error, Sendable, Hashable {
    var message: String
  }
}
