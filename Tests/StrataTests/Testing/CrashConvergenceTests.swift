import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("A user's stack, killed at every point")
struct CrashConvergenceTests {
  private static let place = Placement(account: "123456789012", region: "us-east-1")

  private static func node(_ address: ResourceAddress, _ type: String, _ properties: PropertyObject, line: Int) -> ResourceNode {
    var dependencies: Set<ResourceAddress> = []
    PropertyValue.object(properties).forEachReference { reference, _ in dependencies.insert(reference.address) }
    return ResourceNode(
      address: address, type: type, placement: place, properties: properties,
      dependencies: dependencies.sorted().map { Dependency(on: $0) },
      source: StrataModel.SourceLocation(fileID: "Stacks/Data.swift", line: line))
  }

  private static func reference(_ address: ResourceAddress, _ attribute: String) -> PropertyValue {
    .reference(Reference(address, attribute))
  }

  private static func graph(_ range: PropertyValue, _ note: PropertyValue) -> ResourceGraph {
    ResourceGraph(
      environment: "test",
      resources: [
        node("net/main", "AWS::EC2::VPC", ["CidrBlock": range], line: 3),
        node("data/key", "AWS::KMS::Key", ["Description": note], line: 7),
        node("net/a", "AWS::EC2::Subnet", ["VpcId": reference("net/main", "VpcId"), "CidrBlock": "10.0.1.0/24"], line: 4),
        node("data/alias", "AWS::KMS::Alias", ["AliasName": "alias/a", "TargetKeyId": reference("data/key", "KeyId")], line: 8),
      ])
  }

  @Test("A first deployment converges from every crash")
  func first() { expectConvergesFromEveryCrash(Self.graph("10.0.0.0/16", "one"), points: 80) }

  @Test("A change converges from every crash")
  func change() {
    expectConvergesFromEveryCrash(Self.graph("10.0.0.0/17", "two"), after: [Self.graph("10.0.0.0/16", "one")], points: 80)
  }

  @Test("Infrastructure of a program converges from every crash")
  func program() throws {
    try expectConvergesFromEveryCrash(points: 40) { PartsForCrashes() }
  }

  @Test("Actions converge from every crash, run for the first time, again, and undone")
  func actions() throws {
    let (short, long) = (try synthesize { ActionsForCrashes(length: 14) }, try synthesize { ActionsForCrashes(length: 20) })
    expectConvergesFromEveryCrash(short, points: 120)
    expectConvergesFromEveryCrash(long, after: [short], points: 120)
    expectConvergesFromEveryCrash(short, after: [long], points: 120)
  }

  @Test("What does not converge is reported with invariant, resource and line")
  func failure() {
    // A range outside of its network is refused by the cloud, whatever happens.
    let graph = Self.graph("10.9.0.0/16", "one")
    withKnownIssue {
      expectConvergesFromEveryCrash(graph)
    } matching: { issue in
      let text = issue.comments.first?.rawValue ?? ""
      return text.contains("does not converge") && text.contains("convergence:") && text.contains("net/a")
    }
  }
}
