import StrataAWS
import StrataLanguage
import StrataModel
import Testing

@Suite("Environments and runs")
struct EnvironmentTests {
  private struct Program: App {
    var environments: some Environments {
      Environment("pilot", region: .usEast1, tags: ["Environment": "pilot"]) { SNS.Topic("topic") }
      for name in ["a", "b"] { Environment(name, region: "eu-central-1", target: .aws(account: "210987654321")) { SNS.Topic(name) } }
      Environment("emulator", region: .usWest2, target: .endpoint("http://127.0.0.1:5000", account: "000000000000")) {}
    }
  }

  private static func environment(_ name: String) -> Environment {
    Environment(name, region: .usEast1) {
      TestStack {
        let bucket = S3.Bucket("bucket")
        bucket
        for number in 0..<50 { SNS.Topic("topic-\(number)", displayName: "\(bucket.arn)-\(name)-\(number)") }
      }
    }
  }

  @Test("An app's environments are values in order, with targets and accounts")
  func environments() {
    let all = Program().environments.all
    #expect(all.map(\.name) == ["pilot", "a", "b", "emulator"])
    #expect(all.map(\.target.account) == ["123456789012", "210987654321", "210987654321", "000000000000"])
    #expect(all[0].target == .embedded && all[1].region == .euCentral1)
    #expect(declare(all[1], account: all[1].target.account).placement == Placement(account: "210987654321", region: "eu-central-1"))
  }

  @Test("What another target holds has a state of its own: on this machine, or on AWS where the environment says")
  func states() {
    let remote = StateStore.s3(bucket: "state")
    let tried = Environment("tried", region: .usEast1) { SNS.Topic("topic") }
    let aws = Environment.Target.aws(account: "123456789012")
    #expect(tried.store(for: .embedded) == .local && tried.store(for: aws) == .local)
    let both = tried.state(onAWS: remote)
    #expect(both.store(for: .embedded) == .local && both.store(for: aws) == remote)
    #expect(both.store(for: .endpoint("http://127.0.0.1:5000", account: "123456789012")) == .local)
    let real = Environment("real", region: .usEast1, target: aws, state: remote) { SNS.Topic("topic") }
    #expect(real.store(for: aws) == remote && real.store(for: .embedded) == .local)
  }

  @Test("Running a program twice yields the same to the last byte")
  func deterministic() {
    let environment = Self.environment("same")
    #expect(declare(environment, account: "123456789012") == declare(environment, account: "123456789012"))
  }

  @Test("Runs at the same time do not meet")
  func concurrent() async {
    await withTaskGroup(of: (String, DeclarationSet).self) { group in
      for index in 0..<8 {
        group.addTask { ("e\(index)", declare(Self.environment("e\(index)"), account: "123456789012")) }
      }
      for await (name, set) in group {
        #expect(set.diagnostics.isEmpty && set.resources.count == 51)
        #expect(
          set.json("app/topic-7", "DisplayName") == #"{"$fn":["concatenate",{"$ref":["app/bucket","Arn"]},"-\#(name)-7"]}"#)
      }
    }
  }

  @Test("Declaring outside of a synthesis is harmless, and a reference from there is an error inside of one")
  func outside() {
    let topic = SNS.Topic("outside")
    #expect(topic.declaration.id == "outside")
    let text = "\(topic.topicArn)"
    let set = declaring { SQS.Queue("queue", queueName: text) }
    #expect(set.codes == ["dead-reference"])
    #expect(set.diagnostics.first?.message.contains("outside") == true)
  }

  @Test("A reference that outlived its run is an error in the next")
  func leaked() {
    final class Box: @unchecked Sendable { var text = "" }
    let box = Box()
    _ = declaring {
      let topic = SNS.Topic("topic")
      topic
      let _ = box.text = "\(topic.topicArn)"
    }
    let text = box.text
    let set = declaring {
      SNS.Topic("topic")
      SQS.Queue("queue", queueName: text)
    }
    #expect(set.codes == ["dead-reference"])
  }

  @Test("Outputs belong to what declares them, and take lists")
  func outputs() {
    let set = declaring {
      let topic = SNS.Topic("topic")
      topic
      Output("arn", topic.topicArn, isSensitive: true)
      Output("names", ["a", topic.topicName])
      Output("bad name", "x")
    }
    #expect(set.outputs.map(\.key) == ["app/arn", "app/names", "app/bad name"])
    #expect(set.outputs.first?.isSensitive == true)
    #expect(set.codes == ["invalid-id"])
  }
}
