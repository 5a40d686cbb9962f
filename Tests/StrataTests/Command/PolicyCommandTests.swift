import Foundation
import Strata
import StrataModel
import Testing

/// A key, its alias, and a topic that notifies nobody.
@Stack("keys") final class PolicyKeys {
  let rotates: Bool
  let isWaived: Bool

  lazy var key = makeKey()
  lazy var alias = KMS.Alias("alias", aliasName: "alias/policy", targetKeyId: key)

  private func makeKey() -> KMS.Key {
    let key = KMS.Key("key", enableKeyRotation: rotates, pendingWindowInDays: 30)
    return isWaived ? key.waived("H2", reason: "imported material comes next month", until: "2026-12-31") : key
  }
}

@Suite("Policies of commands")
struct PolicyCommandTests {
  private static let house = Framework("house", title: "House rules")

  private static func rule(_ severity: PolicySeverity = .error) -> PolicyRule {
    PolicyRule(
      "H1", "no-alias", title: "Keys have no alias", why: "names are given elsewhere", remedy: "remove the alias", severity: severity
    ) { context, assessment in
      for key in context.all("AWS::KMS::Key") {
        assessment.require(context.consumers(of: key, type: "AWS::KMS::Alias").isEmpty, of: key, "the key has an alias")
      }
    }
  }

  private func command(
    rotates: Bool = false, isWaived: Bool = false, today: CalendarDate = "2026-12-01", _ change: (Environment) -> Environment = { $0 }
  ) -> TestCommand {
    let environment = Environment("pilot", region: .usEast1) { PolicyKeys(rotates: rotates, isWaived: isWaived) }
    return TestCommand([change(environment)], today: today)
  }

  private func rotation(_ environment: Environment) -> Environment {
    environment.requiring(Self.house).checking(
      PolicyRule(
        "H2", "key-rotation", title: "Keys rotate", why: "old keys leak", remedy: "set EnableKeyRotation to true",
        controls: [Control(Self.house, "1.1")]
      ) { context, assessment in
        for key in context.all("AWS::KMS::Key") {
          assessment.require(
            key.properties["EnableKeyRotation"]?.isTrue == true, of: key, at: "EnableKeyRotation", "the key does not rotate")
        }
      })
  }

  @Test("A finding that is an error stops plan and deploy before anything is called", arguments: ["plan", "deploy"])
  func stops(_ name: String) async {
    let command = command(rotation)
    let result = await command.run(name, "pilot")
    #expect(result.status == 1)
    #expect(result.output.contains("error: the key does not rotate [keys/key EnableKeyRotation]"))
    #expect(result.output.contains("note: H2 key-rotation: old keys leak (House rules 1.1)"))
    #expect(result.output.contains("help: set EnableKeyRotation to true"))
    #expect(!FileManager.default.fileExists(atPath: command.path("pilot")))
  }

  @Test("A finding that is a warning is shown and stops nothing")
  func warns() async {
    let result = await command(rotates: true) { $0.checking(Self.rule(.warning)) }.run("deploy", "pilot")
    #expect(result.status == 0)
    #expect(result.output.contains("warning: the key has an alias [keys/key]"))
    #expect(result.output.contains("Done"))
  }

  @Test("A waiver at the resource lets it off until its day")
  func waived() async {
    let holds = await command(isWaived: true, rotation).run("plan", "pilot")
    #expect(holds.status == 0)
    let expired = await command(isWaived: true, today: "2027-01-01", rotation).run("plan", "pilot")
    #expect(expired.status == 1)
    #expect(
      expired.output.contains("error: the waiver of H2 for 'keys/key' ended on 2026-12-31: imported material comes next month"))
  }

  @Test("check names the frameworks of the environment and how their controls stand")
  func check() async {
    let command = command(rotates: true) { rotation($0).checking(Self.rule(.warning)) }
    let result = await command.run("check", "pilot")
    #expect(result.status == 0)
    #expect(result.output.contains("pilot: 2 resources, 1 warning\n  House rules: 1 control: 1 met\n"))
  }

  @Test("check by another framework shows what is missing before it is required")
  func otherFramework() async {
    let result = await command().run("check", "pilot", "--framework", "pci-dss")
    #expect(result.status == 1)
    #expect(result.output.contains("error: the key does not rotate [keys/key EnableKeyRotation]"))
    let unknown = await command(rotation).run("check", "pilot", "--framework", "pci")
    #expect(unknown.status == 1)
    #expect(unknown.output.contains("there is no framework 'pci'"))
    #expect(unknown.output.contains("there are: aws-foundations, gdpr, hipaa, house, pci-dss, soc2"))
    let own = await command(rotates: true, rotation).run("check", "pilot", "--framework", "house")
    #expect(own.status == 0)
  }

  @Test(
    "A report is written in the form that its file's name asks for",
    arguments: [
      ("report.sarif", "\"version\": \"2.1.0\""), ("report.xml", "<testsuites name=\"strata\""), ("report.md", "# Policies of pilot"),
      ("report.json", "\"environment\": \"pilot\""),
    ])
  func reports(_ name: String, _ content: String) async throws {
    let command = command(rotates: true, rotation)
    _ = await command.run("plan", "pilot")
    try FileManager.default.createDirectory(atPath: command.folder, withIntermediateDirectories: true)
    let result = await command.run("check", "pilot", "--report", command.path(name))
    #expect(result.status == 0)
    #expect(String(decoding: try command.bytes(name), as: UTF8.self).contains(content))
    #expect(result.output.contains("pilot: 2 resources, no problems"))
  }

  @Test("Formats exclude --json, which is one of them")
  func formats() async {
    let result = await command(rotates: true).run("check", "pilot", "--json", "--format", "sarif")
    #expect(result.status == 64)
    let json = await command(rotates: true).run("check", "pilot", "--json")
    #expect(json.status == 0)
    #expect(json.output.contains("\"policies\""))
  }

  @Test("Nothing of policies enters graph or plan")
  func purity() async {
    let without = await command(rotates: true).run("synth", "pilot")
    let with = await command(rotates: true, isWaived: false) { rotation($0).checking(Self.rule(.warning)) }.run("synth", "pilot")
    #expect(without.output == with.output)
  }
}
