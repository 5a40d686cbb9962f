import StrataDeployment
import StrataModel
import Testing

@testable import Strata

@Suite("Questions of symptoms")
struct SymptomExaminerTests {
  private static let home = Placement(account: "123456789012", region: "us-west-2")

  /// State with a topic and, where asked, its subscription.
  private func state(isSubscribed: Bool = true) -> StateSnapshot {
    var snapshot = StateSnapshot(lineage: "l", environment: "pilot", engine: "1")
    func add(_ address: ResourceAddress, _ type: String, _ inputs: PropertyObject = [:]) {
      var record = ResourceRecord(
        address: address, type: type, placement: Self.home, instance: InstanceID(address.path), generation: 1,
        source: SourceLocation(fileID: "Test/Stack.swift", line: 1, column: 1))
      record.identifier = address.id
      record.inputs = inputs
      snapshot.records[record.instance] = record
    }
    add("app/topic", "AWS::SNS::Topic")
    if isSubscribed { add("app/team", "AWS::SNS::Subscription", ["TopicArn": .reference(Reference("app/topic", "TopicArn"))]) }
    return snapshot
  }

  private func ask(
    _ question: Diagnosis.Question, _ snapshot: StateSnapshot?, _ provider: (any Provider)?, region: String? = nil
  ) async -> DoctorReport.Check? {
    let examiner = SymptomExaminer(
      snapshot: snapshot, stateFailure: nil, provider: provider, askedRegion: region, placement: Self.home)
    let diagnosis = Diagnosis(question, of: .reference(Reference("app/topic", "TopicArn")), remedy: "confirm it")
    let symptom = SymptomDeclaration(
      name: "s", scope: "app", document: "d", diagnoses: [diagnosis], source: SourceLocation(fileID: "T/S.swift", line: 1, column: 1))
    return await examiner.examine(symptom).checks.first
  }

  @Test("A topic is heard if one subscription was confirmed; a pending one is no ear")
  func topic() async {
    let confirmed = LivingCloud(LiveState(.healthy, "the subscription is confirmed"))
    let pending = LivingCloud(LiveState(.unhealthy, "the subscription was never confirmed, so that nothing is delivered"))
    #expect(await ask(.topicIsHeard, state(), confirmed)?.outcome == .passed)
    let silent = await ask(.topicIsHeard, state(), pending)
    #expect(silent?.outcome == .failed)
    #expect(silent?.evidence.contains("never confirmed") == true)
    #expect(silent?.remedy == "confirm it")
    #expect(await ask(.topicIsHeard, state(isSubscribed: false), confirmed)?.evidence == "it has no subscription")
    #expect(await ask(.topicIsHeard, state(), nil)?.outcome == .skipped)
    #expect(await ask(.topicIsHeard, nil, confirmed)?.outcome == .skipped)
  }

  @Test("A shell that asks another region does not find what is there")
  func region() async {
    #expect(await ask(.regionMatches, state(), nil)?.outcome == .passed)
    #expect(await ask(.regionMatches, state(), nil, region: "us-west-2")?.outcome == .passed)
    let other = await ask(.regionMatches, state(), nil, region: "us-east-1")
    #expect(other?.outcome == .failed)
    #expect(other?.evidence == "it is in us-west-2, and AWS_REGION says us-east-1")
  }

  @Test("What cannot be read for a reason that is not absence proves nothing")
  func unreadable() async {
    #expect(await ask(.exists, state(), LivingCloud(nil, failure: ProviderError(.notFound, "gone")))?.outcome == .failed)
    #expect(await ask(.exists, state(), LivingCloud(nil, failure: ProviderError(.accessDenied, "no")))?.outcome == .skipped)
    #expect(await ask(.exists, state(), LivingCloud(nil))?.outcome == .passed)
  }
}

/// A cloud of which only reads and health are asked.
private struct LivingCloud: Provider, LiveStateSource {
  let state: LiveState?
  let failure: ProviderError?
  let name = "living"

  init(_ state: LiveState?, failure: ProviderError? = nil) {
    self.state = state
    self.failure = failure
  }

  func liveState(of target: ObjectTarget) async throws(ProviderError) -> LiveState? { state }

  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    if let failure { throw failure }
    return ObjectDescription(identifier: target.identifier, properties: [:])
  }

  func route(for type: String, in placement: Placement) -> ResourceRecord.Route? { .cloudControl }
  func authenticate(in placement: Placement) async throws(ProviderError) -> String { throw Self.refusal }
  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress { throw Self.refusal }
  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress { throw Self.refusal }
  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress { throw Self.refusal }
  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress { throw Self.refusal }
  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] { throw Self.refusal }

  private static let refusal = ProviderError(.unsupported, "nobody asks for this")
}
