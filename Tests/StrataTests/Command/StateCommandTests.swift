import Foundation
import StrataDeployment
import StrataLanguage
import StrataModel
import Testing

@testable import Strata

@Suite("The commands of state", .serialized)
struct StateCommandTests {
  /// Two forms of one environment: what is declared may change between commands.
  private func commandLine(_ state: StateStore) -> TestCommand {
    TestCommand([
      Environment("test", region: .usEast1, state: state) { BucketStack(names: ["one", "two"]) },
      Environment("more", region: .usEast1, state: state) { BucketStack(names: ["one", "two", "three"]) },
    ])
  }

  private func set(_ name: String, _ value: String?) {
    if let value { setenv(name, value, 1) } else { unsetenv(name) }
  }

  @Test("A state can be listed, restored and repaired, and the words of errors name commands that exist")
  func historyAndRepair() async throws {
    let command = commandLine(.local)
    #expect(await command.run("state", "history", "test").output.contains("never deployed"))
    #expect(await command.run("deploy", "test").status == 0)
    let history = await command.run("state", "history", "test").output
    #expect(history.contains("serial 0"))
    let refused = await command.run("state", "restore", "test", "0")
    #expect(refused.status == 1 && refused.output.contains("--yes"))
    let restored = await command.run("state", "restore", "test", "0", "--yes")
    #expect(restored.status == 0)
    #expect(restored.output.contains("bucket/one") && restored.output.contains("no longer be recorded"))
    #expect(await command.run("state", "list", "test").output.contains("0 resources"))
    let listed = await command.run("state", "history", "test", "--json").output
    let versions = try JSONReader.plainValue(of: Array(listed.utf8))["versions"]?.arrayValue ?? []
    let serials = versions.compactMap { $0["serial"]?.integerValue }
    let last = try #require(serials.first { $0 > 0 })
    #expect(await command.run("state", "restore", "test", "\(last)", "--yes").status == 0)
    #expect(await command.run("plan", "test", "--detailed-exitcode").status == 0)

    #expect(await command.run("state", "repair", "test").output.contains("is whole"))
    let whole = try command.bytes("test/state.json")
    try command.set("test/state.json", Array(whole.dropLast(9)))
    let damaged = await command.run("deploy", "test")
    #expect(damaged.status == 1 && damaged.output.contains("state repair"))
    let repaired = await command.run("state", "repair", "test")
    #expect(repaired.status == 0)
    #expect(repaired.output.contains("lost") && repaired.output.contains("copied to"))
    #expect(await command.run("state", "list", "test").status == 0)
    #expect(await command.run("state", "unlock", "test").output.contains("is not locked"))
    #expect(await command.run("state", "push", "test").output.contains("Nothing waits"))
    #expect(await command.run("state", "migrate", "test").output.contains("format of this version"))
    #expect(await command.run("init", "test").output.contains("needs no preparation"))
  }

  @Test("State is encrypted, its passphrase changed, and written in clear again, only when asked; plans are as secret as it")
  func encryption() async throws {
    // The real cost takes seconds without optimization.
    try await PassphraseKeys.$standardCost.withValue(6) { try await encrypting() }
  }

  private func encrypting() async throws {
    let variable = "STRATA_TEST_PASSPHRASE"
    let clear = commandLine(.local)
    #expect(await clear.run("deploy", "test").status == 0)
    let sealed = TestCommand([
      Environment("test", region: .usEast1, state: .local.encrypted(with: .passphrase(variable: variable))) {
        BucketStack(names: ["one", "two"])
      }
    ])
    try FileManager.default.copyItem(atPath: clear.folder, toPath: sealed.folder)
    func holdsName(_ file: String) throws -> Bool { String(decoding: try sealed.bytes(file), as: UTF8.self).contains("bucket/one") }

    set(variable, nil)
    #expect(await sealed.run("check", "test").status == 0, "what needs no state needs no passphrase")
    #expect(await sealed.run("plan", "test").output.contains("\(variable) is not set"))
    set(variable, "the first passphrase")
    let refused = await sealed.run("plan", "test")
    #expect(refused.status == 1 && refused.output.contains("state encrypt"))
    #expect(await sealed.run("state", "encrypt", "test").status == 0)
    #expect(try !holdsName("test/state.json"))
    func history() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: sealed.path("test/history")).sorted() }
    #expect(try !history().isEmpty)
    for file in try history() { #expect(try !holdsName("test/history/\(file)"), "an earlier state stays in clear") }
    #expect(await sealed.run("plan", "test", "--detailed-exitcode").status == 0)
    #expect(await sealed.run("state", "encrypt", "test").output.contains("--rotate"))

    let plan = sealed.path("saved.plan")
    #expect(await sealed.run("plan", "test", "--out", plan).status == 0)
    #expect(try !holdsName("saved.plan"))
    #expect(await sealed.run("apply", plan).status == 0)

    set(variable, "the second passphrase")
    #expect(await sealed.run("plan", "test").output.contains("_OLD"))
    set(variable + "_OLD", "the first passphrase")
    #expect(await sealed.run("state", "encrypt", "test", "--rotate").status == 0)
    set(variable + "_OLD", nil)
    #expect(await sealed.run("plan", "test", "--detailed-exitcode").status == 0)
    // The passphrase of before is needed no more, for earlier states neither.
    let serial = try #require(try history().last.flatMap { Int($0) })
    #expect(await sealed.run("rollback", "test", "--to", "\(serial)", "--out", sealed.path("back.plan")).status == 0)

    #expect(await sealed.run("state", "decrypt", "test").output.contains("--yes"))
    #expect(await sealed.run("state", "decrypt", "test", "--yes").status == 0)
    #expect(try holdsName("test/state.json"))
    #expect(try holdsName("test/history/\(try #require(try history().last))"))
    #expect(await sealed.run("plan", "test").status == 1)
    set(variable, nil)
  }
}

/// Buckets by their names.
@Stack final class BucketStack {
  let names: [String]

  var body: some Infrastructure {
    for name in names { S3.Bucket(name) }
  }

}
