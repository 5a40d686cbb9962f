import StrataAWS
import StrataLanguage
import StrataModel
import Testing

private final class Store: Component {
  let id: String
  lazy var table = DynamoDB.Table("table", keySchema: [.init(attributeName: "id", keyType: "HASH")])
  lazy var topic = SNS.Topic("topic").placed(in: .euWest1)
  let modifiers = Modifiers()
  init(_ id: String) { self.id = id }
  func declare(in context: DeclarationContext) {
    context.declare(component: self, id: id) {
      context.place(self.table)
      context.place(self.topic)
      context.place(self.body)
    }
  }
}

@Suite("Lifecycle modifiers")
struct ModifierTests {
  @Test("Each modifier is recorded on a resource and returns it")
  func resource() throws {
    let set = declaring {
      let topic: SNS.Topic = SNS.Topic("topic").protected().retained().deletedFirst().ignoringChanges(to: "DisplayName", "Tags[0].Value")
        .timeout(create: .minutes(30), delete: .seconds(90)).timeout(update: .hours(3))
        .renamed(from: "old").renamed(from: "elsewhere/older").adopted("arn:aws:sns:us-east-1:123456789012:t")
      topic
    }
    let declared = try #require(set["app/topic"])
    #expect(declared.lifecycle.isProtected && declared.lifecycle.isRetained && declared.lifecycle.isDeletedFirst)
    #expect(declared.lifecycle.ignoredPaths == ["DisplayName", "Tags[0].Value"])
    #expect(declared.lifecycle.timeouts == OperationTimeouts(create: 1_800, update: 10_800, delete: 90))
    #expect(declared.renamedFrom == ["elsewhere/older", "app/old"])
    #expect(declared.adoptedIdentifier == "arn:aws:sns:us-east-1:123456789012:t")
    #expect(declared.placement == Placement(account: "123456789012", region: "us-east-1") && !declared.isPlacementOverridden)
  }

  @Test("A modifier on a component holds for everything inside, and what is said inside wins")
  func component() throws {
    let set = declaring {
      let store: Store = Store("store").protected().placed(in: .usWest2).renamed(from: "shop")
      store
    }
    let table = try #require(set["app/store/table"])
    let topic = try #require(set["app/store/topic"])
    #expect(table.lifecycle.isProtected && topic.lifecycle.isProtected)
    #expect(table.placement.region == "us-west-2" && table.isPlacementOverridden)
    #expect(topic.placement.region == "eu-west-1")
    #expect(table.renamedFrom == ["app/shop/table"])
  }

  @Test("A modifier on a stack holds for its components too, and a renamed stack renames everything inside")
  func stack() throws {
    let set = declaringBare { TestStack("new") { Store("store") }.retained().placed(inAccount: "210987654321").renamed(from: "old") }
    let table = try #require(set["new/store/table"])
    #expect(table.lifecycle.isRetained && table.placement.account == "210987654321")
    #expect(table.renamedFrom == ["old/store/table"])
  }

  @Test("Region and account can be given together")
  func placement() {
    let set = declaring { SNS.Topic("topic").placed(in: .euWest1, account: "210987654321") }
    #expect(set["app/topic"]?.placement == Placement(account: "210987654321", region: "eu-west-1"))
  }

  @Test("An account's roles are assumed in it one after another, after those of the environment, and it stands for its number")
  func account() {
    let member = Account("210987654321", assuming: "arn:aws:iam::111111111111:role/hub", "path/deployer")
    let environment = Environment("test", region: .usEast1, roles: ["arn:aws:iam::123456789012:role/pipeline"]) {
      TestStack("app") {
        SNS.Topic("here")
        SNS.Topic("there", displayName: member).placed(in: member)
        SNS.Topic("far").placed(in: .cnNorth1, of: member)
      }
    }
    let set = declare(environment, account: "123456789012")
    let pipeline = "arn:aws:iam::123456789012:role/pipeline"
    #expect(set["app/here"]?.placement == Placement(account: "123456789012", region: "us-east-1", roleChain: [pipeline]))
    let there = set["app/there"]
    #expect(there?.placement.account == "210987654321" && there?.properties["DisplayName"] == "210987654321")
    #expect(
      there?.placement.roleChain == [pipeline, "arn:aws:iam::111111111111:role/hub", "arn:aws:iam::210987654321:role/path/deployer"])
    let far = set["app/far"]?.placement
    #expect(far?.partition == "aws-cn" && far?.roleChain.last == "arn:aws-cn:iam::210987654321:role/path/deployer")
  }

  @Test("After waits for resources, lists and everything in a component; each once")
  func after() throws {
    let set = declaring {
      let store = Store("store")
      let first = SNS.Topic("first")
      SQS.Queue("queue").after(first, store).after([first, SNS.Topic("second")])
      store
    }
    let queue = try #require(set["app/queue"])
    #expect(queue.explicitDependencies == ["app/first", "app/store/table", "app/store/topic", "app/second"])
    #expect(set.addresses.contains("app/first") && set.diagnostics.isEmpty)
  }

  @Test("After a component that is never placed is an error")
  func afterUnplaced() {
    let set = declaring { SQS.Queue("queue").after(Store("nowhere")) }
    #expect(set.codes == ["unplaced-component"])
  }
}
