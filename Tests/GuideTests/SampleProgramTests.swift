import Strata
import StrataTesting
import Testing

@Suite("Programs of the guides")
struct SampleProgramTests {
  private static let programs: [String: Environment] = {
    var programs: [String: Environment] = [
      "lifecycle": Environment("sample", region: .usEast1) { Concepts.LifecycleStack() },
      "secrets": Environment("sample", region: .usEast1) { Concepts.DatabaseStack() },
      "placement": Concepts.site,
      "lookups": Environment("sample", region: .usEast1) { Concepts.ServerStack() },
      "state": Concepts.production,
      "cost": Concepts.pilot,
      "rule": development,
      "bucket": Environment("sample", region: .usEast1) { Migration.StorageStack(stage: "pilot") },
      "component": Environment("sample", region: .usEast1) { MailboxStack() },
      "existing": Environment("sample", region: .usEast1) { Migration.NetworkStack() },
    ]
    for environment in Readme.Deploy().environments.all { programs["readme \(environment.name)"] = environment }
    for environment in Migration.Deploy().environments.all { programs["references \(environment.name)"] = environment }
    return programs
  }()

  @Stack final class MailboxStack {
    lazy var orders = Migration.Mailbox("orders")
  }

  @Test("Every program of the guides passes the checks", arguments: programs.keys.sorted())
  func synthesizes(_ name: String) throws {
    let environment = try #require(Self.programs[name])
    #expect(try !synthesize(environment).resources.isEmpty)
  }

  @Test(
    "What a guide's program declares is deployed, and a second deployment has nothing to do",
    arguments: ["readme pilot", "references staging", "bucket", "component"])
  func deploys(_ name: String) async throws {
    let graph = try synthesize(try #require(Self.programs[name]))
    let cloud = TestEnvironment()
    #expect(try await cloud.deploy(graph).isComplete)
    #expect(try await cloud.plan(graph).hasChanges == false)
  }
}
