import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: production beside the pilot")
struct ProductionTests {
  @Test("Production runs three tasks or more")
  func tasks() throws {
    let graph = try SerenityGraphs.production
    #expect(try graph.resource("compute/service/service")["DesiredCount"] == 3)
    #expect(try graph.resource("compute/service/scaling")["MinCapacity"] == 3)
  }

  @Test("Production copies its backups to a locked vault in the recovery region")
  func backupCopies() throws {
    let graph = try SerenityGraphs.production
    let vault = try graph.resource("monitoring/recovery-vault/vault")
    #expect(vault.placement.region == "us-west-2")
    #expect(vault.producer(at: "EncryptionKeyArn")?.address == "data/recovery-key/key")
    let plan = try graph.resource("monitoring/backup/plan")
    let copy: PropertyPath = "BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn"
    #expect(plan.producer(at: copy)?.address == vault.address)
    #expect(try SerenityGraphs.pilot.resource("monitoring/backup/plan")["BackupPlan.BackupPlanRule[0].CopyActions"] == nil)
  }

  @Test("Beyond that, the environments differ in settings and names only")
  func sameShape() throws {
    let pilot = try SerenityGraphs.pilot
    let production = try SerenityGraphs.production
    let pilotAddresses = Set(pilot.resources.map(\.address))
    let productionAddresses = Set(production.resources.map(\.address))
    #expect(productionAddresses.subtracting(pilotAddresses) == ["monitoring/backup-services", "monitoring/recovery-vault/vault"])
    #expect(pilotAddresses.subtracting(productionAddresses) == ["compute/zone"])

    let settings: [ResourceAddress: Set<String>] = [
      "compute/service/service": ["DesiredCount"], "compute/service/scaling": ["MinCapacity", "MaxCapacity"],
      "monitoring/backup/plan": ["BackupPlan"], "monitoring/monthly": ["Budget"], "monitoring/tasks-missing": ["Threshold"],
    ]
    for resource in pilot.resources {
      guard let twin = production[resource.address] else { continue }
      let names = resource.properties.fields.map(\.key).filter { name in
        guard let own = resource.properties[name], let other = twin.properties[name] else { return true }
        return Self.normalized(own) != Self.normalized(other)
      }
      #expect(Set(names).subtracting(settings[resource.address] ?? []).isEmpty, "\(resource.address) differs in \(names)")
    }
  }

  /// A value without the names of environment, domain and zone in it.
  private static func normalized(_ value: PropertyValue) -> String {
    var text = JSONWriter.text(of: value)
    for (name, general) in [
      ("app.serenityhealth.io", "domain"), ("pilot.serenityhealth.io", "domain"), ("\"Z0000000SERENITYPROD\"", "zone"),
      (#"{"$ref":["compute/zone","Id"]}"#, "zone"), ("production", "environment"), ("pilot", "environment"),
    ] { text = text.replacing(name, with: general) }
    return text
  }
}
