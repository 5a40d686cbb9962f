import Foundation
import Strata
import StrataModel
import Testing

@Suite("A secret with another text")
struct SecretChangeTests {
  @Test("It is planned and sent again, and once only; one that cannot be read from here is taken as unchanged")
  func rotation() async throws {
    let harness = try CommandHarness()
    let file = harness.directory.appendingPathComponent("password").path
    func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: file)) }
    try write("the first text")
    let first = await harness.run("deploy", "pilot", "--yes") { SecretStack(file: file) }
    #expect(first.status == 0, "\(first.reports)")
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { SecretStack(file: file) }).status == 0)

    try write("the second text")
    let plan = await harness.run("plan", "pilot", "--detailed-exitcode") { SecretStack(file: file) }
    #expect(plan.status == 2, "\(plan.text)")
    #expect(plan.text.contains("1 to update"))
    #expect(!plan.text.contains("second text"))
    try FileManager.default.removeItem(atPath: file)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { SecretStack(file: file) }).status == 0)
    try write("the second text")
    let second = await harness.run("deploy", "pilot", "--yes") { SecretStack(file: file) }
    #expect(second.status == 0, "\(second.reports)")
    #expect(second.text.contains("1 updated"), "\(second.text)")
    let third = await harness.run("deploy", "pilot", "--yes") { SecretStack(file: file) }
    #expect(third.status == 0 && !third.text.contains("updated"), "\(third.text)")
  }
}

/// A secret whose text stands in a file.
@Stack("secrets") final class SecretStack {
  let file: String

  init(file: String) { self.file = file }

  lazy var password = SecretsManager.Secret("password", secretString: .file(file))
}
