import Foundation
import Strata
import StrataModel
import Testing

@Suite("import")
struct ImportCommandTests {
  /// An object as the program of the tests declares `app/jobs`.
  private static let queue: PropertyObject = [
    "DelaySeconds": 30, "QueueName": "jobs", "Tags": [["Key": "Team", "Value": "web"]], "VisibilityTimeout": 60,
  ]

  private func identifiers(_ harness: CommandHarness) async throws -> (queue: String, topic: String) {
    let queue = try await harness.make("AWS::SQS::Queue", Self.queue)
    let topic = try await harness.make("AWS::SNS::Topic", ["DisplayName": "Alarms", "TopicName": "by-hand"])
    return (queue, topic)
  }

  @Test("An object that is what the program says is recorded, and nothing is planned for it")
  func same() async throws {
    let harness = try CommandHarness()
    let (queue, _) = try await identifiers(harness)
    let output = await harness.run("import", "pilot", "app/jobs", queue) { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.text.contains("1 object taken over; nothing was changed."))
    #expect(output.text.contains("The program says what they hold"))
    let record = try #require(try await harness.record("app/jobs"))
    #expect(record.identifier == queue)
    #expect(record.hasBaseline)
    #expect(record.lacksIdentityTags)
    let plan = await harness.run("plan", "pilot", "--json") { DriftStack(delay: 30) }
    #expect(plan.json?["steps"]?.arrayValue?.contains { $0["address"] == "app/jobs" } == false)
  }

  @Test("What differs is shown and changed by the next deployment, which brings the engine's tags and leaves foreign ones")
  func differing() async throws {
    let harness = try CommandHarness()
    let (queue, _) = try await identifiers(harness)
    try harness.change(
      "AWS::SQS::Queue", queue, ["DelaySeconds": 5, "Tags": [["Key": "Team", "Value": "web"], ["Key": "theirs", "Value": "1"]]])
    let output = await harness.run("import", "pilot", "app/jobs", queue) { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.text.contains("The program says something else than they hold"))
    #expect(output.text.contains("- DelaySeconds: 5"))
    #expect(output.text.contains("+ DelaySeconds: 30"))
    let deploy = await harness.run("deploy", "pilot", "--yes") { DriftStack(delay: 30) }
    #expect(deploy.status == 0, "\(deploy.reports)")
    let found = try await harness.properties("app/jobs")
    #expect(found?["DelaySeconds"] == 30)
    let keys = found?["Tags"]?.arrayValue?.compactMap { $0["Key"]?.stringValue } ?? []
    #expect(Set(keys) == ["Team", "theirs", "strata:instance", "strata:address"])
    #expect(try await harness.record("app/jobs")?.lacksIdentityTags == false)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { DriftStack(delay: 30) }).status == 0)
    #expect(await harness.run("drift", "pilot", program: { DriftStack(delay: 30) }).status == 0)
  }

  @Test("What cannot be imported is refused, all of it at once, and nothing is recorded")
  func refused() async throws {
    let harness = try CommandHarness()
    let (queue, topic) = try await identifiers(harness)
    let file = try harness.file(
      "objects.csv",
      """
      address,identifier,type,region
      # the queue is right
      app/jobs,\(queue)
      app/alarms,arn:aws:sns:us-east-1:123456789012:none
      app/jobs,\(queue)
      app/table,things,AWS::SQS::Queue
      other/topic,\(topic)
      other/topic2,\(topic),AWS::SNS::Nothing
      jobs,\(queue)
      """)
    let output = await harness.run("import", "pilot", "--from", file) { DriftStack(delay: 30) }
    #expect(output.status == 1)
    for text in [
      "objects.csv:4: there is no AWS::SNS::Topic", "the identifier of AWS::SNS::Topic is TopicArn",
      "objects.csv:5: the address is named twice", "objects.csv:6: the program declares it as AWS::DynamoDB::Table, not as AWS::SQS::Queue",
      "objects.csv:7: the program does not declare it", "objects.csv:8: there is no resource type 'AWS::SNS::Nothing'",
      "objects.csv:9: an address has the form 'stack/id'",
    ] {
      #expect(output.reports.contains(text), "\(text)")
    }
    #expect(try await harness.state()?.records.isEmpty ?? true)
    let partly = await harness.run("import", "pilot", "--from", file, "--keep-going") { DriftStack(delay: 30) }
    #expect(partly.status == 1)
    #expect(try await harness.state()?.records.values.map(\.address) == ["app/jobs"])
  }

  @Test("What is recorded already, under this address or another, is refused with what to do instead")
  func recorded() async throws {
    let harness = try CommandHarness()
    let (queue, _) = try await identifiers(harness)
    #expect(await harness.run("import", "pilot", "app/jobs", queue, program: { DriftStack(delay: 30) }).status == 0)
    let again = await harness.run("import", "pilot", "app/jobs", queue) { DriftStack(delay: 30) }
    #expect(again.status == 1)
    #expect(again.reports.contains("is recorded there already"))
    let elsewhere = await harness.run("import", "pilot", "other/jobs", queue, "--type", "AWS::SQS::Queue") { DriftStack(delay: 30) }
    #expect(elsewhere.status == 1)
    #expect(elsewhere.reports.contains("is recorded as app/jobs"))
    #expect(elsewhere.reports.contains("state move pilot app/jobs other/jobs"))
  }

  @Test("An object whose creation-only value is another one is refused, with the value that it has")
  func createOnly() async throws {
    let harness = try CommandHarness()
    _ = try await harness.make(
      "AWS::DynamoDB::Table",
      [
        "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]], "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]], "TableName": "others",
      ])
    let output = await harness.run("import", "pilot", "app/table", "others") { DriftStack(delay: 30) }
    #expect(output.status == 1)
    #expect(output.reports.contains("TableName"))
    #expect(output.reports.contains("declare the value that the object has"))
    #expect(try await harness.state()?.records.isEmpty ?? true)
  }

  @Test("An object of another Strata state is taken over only when that is said; one that was forgotten here is taken back")
  func managed() async throws {
    let harness = try CommandHarness()
    #expect(await harness.run("deploy", "pilot", "--yes", program: { DriftStack(delay: 30) }).status == 0)
    let queue = try #require(try await harness.record("app/jobs")?.identifier)
    #expect(await harness.run("state", "forget", "pilot", "app/jobs", program: { DriftStack(delay: 30) }).status == 0)
    let back = await harness.run("import", "pilot", "app/jobs", queue) { DriftStack(delay: 30) }
    #expect(back.status == 0, "\(back.reports)")
    #expect(await harness.run("state", "forget", "pilot", "app/jobs", program: { DriftStack(delay: 30) }).status == 0)
    try harness.change(
      "AWS::SQS::Queue", queue, ["Tags": [["Key": "Team", "Value": "web"], ["Key": "strata:instance", "Value": "abcdef01.xyz"]]])
    let refused = await harness.run("import", "pilot", "app/jobs", queue) { DriftStack(delay: 30) }
    #expect(refused.status == 1)
    #expect(refused.reports.contains("bears the tag of another state (abcdef01.xyz)"))
    #expect(await harness.run("import", "pilot", "app/jobs", queue, "--take-managed", program: { DriftStack(delay: 30) }).status == 0)
  }

  @Test("A trial run shows everything and records nothing; JSON lines do what CSV does; consumers know their producers")
  func fileOfLines() async throws {
    let harness = try CommandHarness()
    let topic = try await harness.make("AWS::SNS::Topic", ["DisplayName": "Alarms", "TopicName": "by-hand"])
    let subscription = try await harness.make(
      "AWS::SNS::Subscription", ["Endpoint": "someone@example.com", "Protocol": "email", "TopicArn": .string(topic)]
    )
    let file = try harness.file(
      "objects.jsonl",
      """
      {"address": "app/mail", "identifier": "\(subscription)"}
      {"address": "app/alarms", "identifier": "\(topic)"}
      """)
    let trial = await harness.run("import", "pilot", "--from", file, "--dry-run") { DriftStack(delay: 30) }
    #expect(trial.status == 0, "\(trial.reports)")
    #expect(trial.text.contains("2 objects would be taken over; nothing was recorded."))
    #expect(try await harness.state()?.records.isEmpty ?? true)
    let output = await harness.run("import", "pilot", "--from", file, "--json") { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.json?["differing"] == [])
    #expect(try await harness.record("app/mail")?.edges.map(\.address) == ["app/alarms"])
    let plan = await harness.run("plan", "pilot", "--json") { DriftStack(delay: 30) }
    #expect(plan.json?["counts"]?["created"] == 2)
    #expect(plan.json?["counts"]?["kept"] == 2)
  }

  @Test(
    "A file that cannot be read as one is refused line by line",
    arguments: [
      ("a,b,c,d,e", "objects:1: 5 columns"), ("app/jobs,", "objects:1: address or identifier is empty"),
      (#"app/jobs,"open"#, "objects:1: a double quote is not closed"), (#"{"address": 1}"#, "objects:1: no JSON object"),
      ("# nothing", "'objects' names no object"),
    ])
  func malformed(text: String, message: String) async throws {
    let harness = try CommandHarness()
    let file = try harness.file("objects", text)
    let output = await harness.run("import", "pilot", "--from", file) { DriftStack(delay: 30) }
    #expect(output.status == 1)
    #expect(output.reports.contains(message), "\(output.reports)")
  }
}
