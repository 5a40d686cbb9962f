import StrataDeployment
import StrataModel
import Testing

@testable import Strata

@Suite("Verification of what was read back")
struct VerifierTests {
  private static let source = SourceLocation(fileID: "Test/Stack.swift", line: 7, column: 3)
  private static let key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"

  private func record(_ address: ResourceAddress, _ type: String, _ inputs: PropertyObject, _ number: Int = 1) -> ResourceRecord {
    var record = ResourceRecord(
      address: address, type: type, placement: Placement(account: "123456789012", region: "us-east-1"),
      instance: InstanceID("\(address.path)#\(number)"), generation: number, source: Self.source)
    record.identifier = address.id
    record.inputs = inputs
    return record
  }

  /// The checks of records with what was read of them; `nil` for an object that is gone.
  private func checks(
    _ objects: [(record: ResourceRecord, found: PropertyObject?)], live: [InstanceID: LiveReading] = [:], graph: ResourceGraph? = nil
  ) -> [VerificationReport.Check] {
    var snapshot = StateSnapshot(lineage: "test", environment: "pilot", engine: "1")
    var result = Observer.Result()
    for (record, found) in objects {
      snapshot.records[record.instance] = record
      result.observations.reads[record.instance] = found.map { .found(properties: $0) } ?? .missing
      if let found { result.descriptions[record.instance] = ObjectDescription(identifier: record.identifier ?? "", properties: found) }
    }
    return Verifier(snapshot: snapshot, graph: graph, observed: result, live: live).report().checks
  }

  private func check(
    _ aspect: VerificationReport.Aspect, _ type: String, declared: PropertyObject = [:], found: PropertyObject
  ) -> VerificationReport.Check? {
    checks([(record("stack/thing", type, declared), found)]).first { $0.aspect == aspect }
  }

  @Test("An object that is there passes; one that is gone fails, and so does what was never deployed")
  func existence() {
    let there = record("a/there", "AWS::SQS::Queue", [:])
    let gone = record("a/gone", "AWS::SQS::Queue", [:])
    let graph = ResourceGraph(
      environment: "pilot",
      resources: ["a/there", "a/new"].map {
        ResourceNode(address: $0, type: "AWS::SQS::Queue", placement: there.placement, source: Self.source)
      })
    let checks = checks([(there, [:]), (gone, nil)], graph: graph).filter { $0.aspect == .existence }
    #expect(checks.map(\.address) == ["a/gone", "a/new", "a/there"])
    #expect(checks.map(\.outcome) == [.failed, .failed, .passed])
    #expect(checks[1].evidence == "it is declared and was never deployed")
  }

  @Test("What the cloud cannot hold is told, and not missed")
  func leftOut() {
    var snapshot = StateSnapshot(lineage: "test", environment: "pilot", engine: "1")
    snapshot.unsupported = [UnsupportedResource("a/hub", "AWS::SecurityHub::Hub", reason: "moto cannot hold it")]
    let node = ResourceNode(
      address: "a/hub", type: "AWS::SecurityHub::Hub", placement: Placement(account: "123456789012", region: "us-east-1"),
      source: Self.source)
    let graph = ResourceGraph(environment: "pilot", resources: [node])
    let checks = Verifier(snapshot: snapshot, graph: graph, observed: Observer.Result(), live: [:]).report().checks
    #expect(checks.map(\.outcome) == [.skipped])
    #expect(checks.first?.evidence == "left out: moto cannot hold it")
  }

  @Test("What was changed outside of the program fails, and names the property")
  func configuration() {
    var record = record("a/jobs", "AWS::SQS::Queue", ["DelaySeconds": 5])
    record.ownedPaths = ["DelaySeconds"]
    let changed = checks([(record, ["DelaySeconds": 9])]).first { $0.aspect == .configuration }
    #expect(changed?.outcome == .failed)
    #expect(changed?.evidence == "changed outside of the program: DelaySeconds")
    #expect(checks([(record, ["DelaySeconds": 5])]).first { $0.aspect == .configuration }?.outcome == .passed)
  }

  @Test(
    "A store is encrypted with the declared key, however that is named, and with no other",
    arguments: [
      ("AWS::SNS::Topic", "KmsMasterKeyId" as PropertyPath), ("AWS::Logs::LogGroup", "KmsKeyId"),
      ("AWS::SecretsManager::Secret", "KmsKeyId"),
      ("AWS::CloudTrail::Trail", "KMSKeyId"), ("AWS::Backup::BackupVault", "EncryptionKeyArn"), ("AWS::SQS::Queue", "KmsMasterKeyId"),
    ])
  func encryption(type: String, path: PropertyPath) throws {
    let name = try #require(path.property)
    let declared: PropertyObject = [name: .string(Self.key)]
    #expect(check(.encryption, type, declared: declared, found: declared)?.outcome == .passed)
    let id = String(Self.key.split(separator: "/").last ?? "")
    #expect(check(.encryption, type, declared: declared, found: [name: .string(id)])?.outcome == .passed)
    let other = check(.encryption, type, declared: declared, found: [name: "arn:aws:kms:us-east-1:123456789012:key/other"])
    #expect(other?.outcome == .failed)
    #expect(other?.evidence.contains("instead of \(Self.key)") == true)
    #expect(check(.encryption, type, declared: declared, found: [:])?.outcome == .skipped)
  }

  @Test("A bucket's key stands deep in its document")
  func bucketEncryption() {
    func bucket(_ key: String) -> PropertyObject {
      ["BucketEncryption": ["ServerSideEncryptionConfiguration": [["ServerSideEncryptionByDefault": ["KMSMasterKeyID": .string(key)]]]]]
    }
    #expect(check(.encryption, "AWS::S3::Bucket", declared: bucket(Self.key), found: bucket(Self.key))?.outcome == .passed)
    #expect(check(.encryption, "AWS::S3::Bucket", declared: bucket(Self.key), found: bucket("other"))?.outcome == .failed)
    #expect(check(.encryption, "AWS::S3::Bucket", found: [:])?.evidence == "encrypted with a key of AWS")
  }

  @Test(
    "A database without encryption fails although the program says nothing of it", arguments: ["AWS::RDS::DBInstance", "AWS::EC2::Volume"])
  func databaseEncryption(type: String) {
    let flag = type == "AWS::EC2::Volume" ? "Encrypted" : "StorageEncrypted"
    #expect(check(.encryption, type, found: [flag: false])?.outcome == .failed)
    #expect(check(.encryption, type, found: [flag: true])?.outcome == .passed)
  }

  @Test("Data under a disabled key cannot be read: that fails at the store and at the key")
  func disabledKey() {
    let key = record("security/key", "AWS::KMS::Key", ["EnableKeyRotation": true])
    let topic = record("security/alarms", "AWS::SNS::Topic", ["KmsMasterKeyId": .string(Self.key)])
    let checks = checks([
      (key, ["Arn": .string(Self.key), "Enabled": false, "EnableKeyRotation": true]), (topic, ["KmsMasterKeyId": .string(Self.key)]),
    ])
    #expect(checks.filter { $0.outcome == .failed }.map(\.aspect) == [.encryption, .health])
  }

  @Test("A key that was declared to rotate and does not fails")
  func rotation() {
    let declared: PropertyObject = ["EnableKeyRotation": true]
    let type = "AWS::KMS::Key"
    #expect(
      check(.health, type, declared: declared, found: ["Enabled": true, "EnableKeyRotation": false])?.evidence == "the key does not rotate")
    #expect(check(.health, type, declared: declared, found: ["Enabled": true, "EnableKeyRotation": true])?.outcome == .passed)
    #expect(check(.health, type, found: ["Enabled": true, "EnableKeyRotation": false])?.outcome == .passed)
  }

  @Test("A bucket must block all public access, a database must have no public address")
  func publicAccess() {
    let all: PropertyObject = [
      "PublicAccessBlockConfiguration": [
        "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true,
      ]
    ]
    #expect(check(.publicAccess, "AWS::S3::Bucket", found: all)?.outcome == .passed)
    #expect(check(.publicAccess, "AWS::S3::Bucket", found: [:])?.outcome == .failed)
    let some = check(.publicAccess, "AWS::S3::Bucket", found: ["PublicAccessBlockConfiguration": ["BlockPublicAcls": true]])
    #expect(some?.evidence == "not set: BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets")
    #expect(check(.publicAccess, "AWS::RDS::DBInstance", found: ["PubliclyAccessible": true])?.outcome == .failed)
    #expect(check(.publicAccess, "AWS::RDS::DBInstance", found: ["PubliclyAccessible": false])?.outcome == .passed)
  }

  @Test("An alarm that lost its actions or has them disabled tells nobody")
  func alarms() {
    let type = "AWS::CloudWatch::Alarm"
    let declared: PropertyObject = ["AlarmActions": ["arn:aws:sns:us-east-1:123456789012:alarms"]]
    #expect(check(.alarm, type, declared: declared, found: declared)?.outcome == .passed)
    #expect(check(.alarm, type, declared: declared, found: ["AlarmActions": []])?.outcome == .failed)
    let disabled = check(.alarm, type, declared: declared, found: declared.merging(["ActionsEnabled": false]))
    #expect(disabled?.evidence == "its actions are disabled")
    #expect(check(.alarm, type, found: [:])?.outcome == .skipped)
  }

  @Test("What the service says of health counts; what it does not say fails nothing")
  func health() {
    let service = record("app/service", "AWS::ECS::Service", [:])
    func outcome(_ reading: LiveReading?) -> VerificationReport.Outcome? {
      checks([(service, [:])], live: reading.map { [service.instance: $0] } ?? [:]).first { $0.aspect == .health }?.outcome
    }
    #expect(outcome(.state(LiveState(.healthy, "ready"))) == .passed)
    #expect(outcome(.state(LiveState(.unhealthy, "the deployment failed"))) == .failed)
    #expect(outcome(.state(LiveState(.unsettled, "still starting"))) == .skipped)
    #expect(outcome(.failed("no access")) == .skipped)
    #expect(outcome(nil) == .skipped)
  }

  @Test("JUnit's XML has a suite for each stack, and holds no character that XML does not")
  func junit() {
    let checks = [
      VerificationReport.Check(
        address: "a/x", type: "T", source: Self.source, aspect: .existence, outcome: .failed, evidence: "\"<gone>\" & \u{1}lost"),
      VerificationReport.Check(address: "b/y", type: "T", source: Self.source, aspect: .health, outcome: .skipped, evidence: "?"),
      VerificationReport.Check(address: "b/y", type: "T", source: Self.source, aspect: .existence, outcome: .passed, evidence: "y"),
    ]
    let text = VerificationReport(environment: "pilot", checks: checks).junit
    #expect(text.contains("<testsuites name=\"pilot\" tests=\"3\" failures=\"1\" skipped=\"1\" errors=\"0\">"))
    #expect(text.contains("message=\"&quot;&lt;gone&gt;&quot; &amp; \u{FFFD}lost\""))
    #expect(text.contains("<testsuite name=\"b\" tests=\"2\" failures=\"0\" skipped=\"1\" errors=\"0\">"))
  }
}
