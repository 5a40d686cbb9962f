import StrataAWS
import StrataLanguage
import StrataModel
import Testing

/// A stack as a user writes it, with the members that the macro would write.
private final class NetworkStack: Stack {
  let zones: [String]
  lazy var vpc = EC2.VPC("vpc", cidrBlock: "10.0.0.0/16")
  lazy var subnets = zones.map { EC2.Subnet("subnet-\($0)", vpcId: vpc, availabilityZone: $0) }
  lazy var byName = ["b": SNS.Topic("topic-b"), "a": SNS.Topic("topic-a")]
  lazy var pair = (SQS.Queue("first"), SQS.Queue("second"))
  lazy var maybe: SNS.Topic? = zones.count > 5 ? SNS.Topic("never") : nil
  lazy var text = "not infrastructure"

  let modifiers = Modifiers()
  init(zones: [String]) { self.zones = zones }
  func declare(in context: DeclarationContext) {
    context.declare(stack: self, id: nil) {
      context.place(self.vpc)
      context.place(self.subnets)
      context.place(self.byName)
      context.place(self.pair)
      context.place(self.maybe)
      context.place(self.text)
      context.place(self.body)
    }
  }
}

private final class AppStack: Stack {
  let network: NetworkStack
  let modifiers = Modifiers()
  init(network: NetworkStack) { self.network = network }
  var body: some Infrastructure {
    EC2.SecurityGroup("app", groupDescription: "app", vpcId: network.vpc)
    for (index, subnet) in network.subnets.enumerated() { EC2.NatGateway("nat-\(index)", subnetId: subnet) }
  }
  func declare(in context: DeclarationContext) {
    context.declare(stack: self, id: nil) { context.place(self.body) }
  }
}

private final class Bucket: Component {
  let id: String
  lazy var bucket = S3.Bucket("bucket")
  let modifiers = Modifiers()
  init(_ id: String) { self.id = id }
  var body: some Infrastructure {
    S3.BucketPolicy(id, bucket: bucket, policyDocument: .policy { Deny("s3:*", on: bucket.arn).to(.anyone) })
  }
  func declare(in context: DeclarationContext) {
    context.declare(component: self, id: id) {
      context.place(self.bucket)
      context.place(self.body)
    }
  }
}

private struct Pair: Component {
  let name: String
  let modifiers = Modifiers()
  var body: some Infrastructure {
    SNS.Topic("\(name)-topic")
    SQS.Queue("\(name)-queue")
  }
  func declare(in context: DeclarationContext) { context.declare(component: self, id: nil) { context.place(body) } }
}

private final class Endless: Component {
  let modifiers = Modifiers()
  var body: some Infrastructure { self }
  func declare(in context: DeclarationContext) { context.declare(component: self, id: nil) { context.place(body) } }
}

@Suite("Stacks, components and addresses")
struct StackTests {
  @Test("A stack's lazy children are placed in order, whatever holds them, and its name gives the first segment")
  func children() {
    let set = declaringBare { NetworkStack(zones: ["a", "b"]) }
    #expect(
      set.addresses == [
        "network/vpc", "network/subnet-a", "network/subnet-b", "network/topic-a", "network/topic-b", "network/first", "network/second",
      ])
    #expect(set.diagnostics.isEmpty)
  }

  @Test("A child that another stack reads first still belongs to its own stack")
  func readEarly() {
    let set = declaringBare {
      let network = NetworkStack(zones: ["a"])
      AppStack(network: network)
      network
    }
    #expect(set.addresses.first == "app/app")
    #expect(set.json("app/app", "VpcId") == #"{"$ref":["network/vpc","VpcId"]}"#)
    #expect(set.json("app/nat-0", "SubnetId") == #"{"$ref":["network/subnet-a","SubnetId"]}"#)
    #expect(set.diagnostics.isEmpty)
  }

  @Test("A component with an id adds a segment, one without adds none, and equal ids inside stay apart")
  func components() {
    let set = declaring {
      let web = Bucket("web")
      web
      Bucket("logs")
      Pair(name: "jobs")
      Output("web", web.bucket.bucketName)
    }
    #expect(
      set.addresses == [
        "app/web/bucket", "app/web/web", "app/logs/bucket", "app/logs/logs", "app/jobs-topic", "app/jobs-queue",
      ])
    #expect(set.json("app/web/web", "Bucket") == #"{"$ref":["app/web/bucket","BucketName"]}"#)
    #expect(set.outputs.map(\.key) == ["app/web"])
    #expect(set.outputs.first?.value == .reference(StrataModel.Reference("app/web/bucket", "BucketName")))
    #expect(set.diagnostics.isEmpty)
  }

  @Test("A let that is only referred to is placed in the body that created it")
  func placedByReference() {
    let set = declaring {
      let role = IAM.Role("role", assumeRolePolicyDocument: .trust("lambda"))
      let key = KMS.Key("key", keyPolicy: .policy { Allow("kms:*", on: "*").to(.role(role)) })
      SNS.Topic("topic", kmsMasterKeyId: key)
    }
    #expect(set.addresses == ["app/topic", "app/key", "app/role"])
    #expect(set.diagnostics.isEmpty)
  }

  @Test("A resource that is neither placed nor referred to is an error at its line")
  func unplaced() {
    let set = declaring {
      let forgotten = SNS.Topic("forgotten")
      let _ = forgotten
      SNS.Topic("kept")
    }
    #expect(set.codes == ["unplaced-resource"])
    #expect(set.diagnostics.first?.location?.fileName == "StackTests.swift")
    #expect(set.diagnostics.first?.message.contains("'forgotten'") == true)
  }

  @Test("Two resources with one address are an error that shows both places, also if their types differ")
  func duplicates() {
    let set = declaring {
      SNS.Topic("main")
      SQS.Queue("main")
    }
    #expect(set.codes == ["duplicate-address"])
    let diagnostic = set.diagnostics.first
    #expect(diagnostic?.message == "The address 'app/main' belongs to AWS::SNS::Topic and AWS::SQS::Queue.")
    #expect(diagnostic?.location?.line == (diagnostic?.notes.first?.location?.line).map { $0 + 1 })
  }

  @Test("The same resource, stack or component placed twice is declared once")
  func twice() {
    let set = declaring {
      let web = Bucket("web")
      let topic = SNS.Topic("topic")
      web
      web
      topic
      topic
    }
    #expect(set.addresses == ["app/web/bucket", "app/web/web", "app/topic"])
    #expect(set.diagnostics.isEmpty)
  }

  @Test("A component that contains itself is an error, not an endless run")
  func recursion() {
    let set = declaring { Endless() }
    #expect(set.codes == ["recursive-component"])
    #expect(set.diagnostics.first?.message == "Endless contains itself.")
  }

  @Test("Ids that cannot be part of an address are errors", arguments: ["", "a b", "a/b", "ü", String(repeating: "x", count: 65)])
  func invalidIDs(id: String) {
    let set = declaring { SNS.Topic(id) }
    #expect(set.codes == ["invalid-id"])
  }

  @Test("A reference in an id is an error")
  func referenceInID() {
    let set = declaring {
      let topic = SNS.Topic("topic")
      SQS.Queue("queue-\(topic.topicArn)")
      topic
    }
    #expect(set.codes == ["invalid-id"])
  }

  @Test("Control flow works in bodies: if, switch, for, optionals, arrays")
  func controlFlow() {
    let set = declaring {
      let count = "ab".count
      if count > 1 { SNS.Topic("many") } else { SNS.Topic("one") }
      switch count {
      case 2: SQS.Queue("two")
      default: SQS.Queue("other")
      }
      for number in 0..<count { SNS.Topic("topic-\(number)") }
      if let number = [7].first { SQS.Queue("queue-\(number)") }
      [SNS.Topic("x"), SNS.Topic("y")]
      SNS.Topic?.none
    }
    #expect(set.addresses == ["app/many", "app/two", "app/topic-0", "app/topic-1", "app/queue-7", "app/x", "app/y"])
  }

  @Test("Where a resource was declared is known to the column")
  func source() {
    let set = declaring { SNS.Topic("topic") }
    let line = #line - 1
    #expect(set["app/topic"]?.source == SourceLocation(fileID: #fileID, line: line, column: 36))
  }
}
