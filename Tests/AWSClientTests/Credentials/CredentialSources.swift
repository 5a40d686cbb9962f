@testable import AWSClient

/// Builds the usual chain over scripted files, processes and answers.
struct CredentialSources {
  var environment: [String: String] = [:]
  var config = ""
  var files: [String: String] = [:]
  var profile: String?
  var code: String?
  var process: ProcessOutput?
  var transport = ScriptedTransport(.broken(.connectionTimeout, reached: false))
  var clock = ManualClock(now: 1_700_000_000)

  /// The credentials that a call would be signed with.
  func credentials() async throws -> Credentials { try await client().credentials.credentials() }

  func client() throws -> AWSClient {
    var files = files
    files["/home/me/.aws/config"] = config
    let texts = files
    let configuration = try AWSClient.Configuration.load(
      environment: environment.merging(["HOME": "/home/me"]) { given, _ in given }, profile: profile, region: "eu-central-1",
      files: UserFiles { texts[$0] })
    let (code, process) = (code, process)
    return AWSClient(
      configuration: configuration, coder: ScriptedCoder(), transport: transport, clock: clock, chance: { 0 }, mfaCode: { _ in code },
      runProcess: { _ in process })
  }

  /// The message of the error that asking throws.
  func message() async -> String? {
    do {
      _ = try await credentials()
      return nil
    } catch {
      return (error as? AWSError)?.message ?? "\(error)"
    }
  }
}
