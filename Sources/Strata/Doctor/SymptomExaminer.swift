import StrataDeployment
import StrataModel

/// Answers the questions of declared symptoms from state and cloud.
struct SymptomExaminer {
  let snapshot: StateSnapshot?
  /// Why the state could not be read; `nil` where it could.
  let stateFailure: String?
  /// The cloud; `nil` where it cannot be reached.
  let provider: (any Provider)?
  /// The region that the shell asks for; `nil` where it asks for none.
  let askedRegion: String?
  /// Where what lies outside of the state is looked for.
  let placement: Placement

  /// A symptom with an answer to each of its questions.
  func examine(_ symptom: SymptomDeclaration) async -> DoctorReport.Symptom {
    var checks: [DoctorReport.Check] = []
    for diagnosis in symptom.diagnoses { checks.append(await examine(diagnosis)) }
    return DoctorReport.Symptom(name: symptom.name, document: symptom.document, checks: checks)
  }

  private func examine(_ diagnosis: Diagnosis) async -> DoctorReport.Check {
    switch diagnosis.question {
    case .exists: return await existence(diagnosis)
    case .keyAllows(let action, let principal): return await keyAccess(diagnosis, action, principal)
    case .keyWorks: return await key(diagnosis)
    case .regionMatches: return region(diagnosis)
    case .topicIsHeard: return await topic(diagnosis)
    case .stateIsWhole:
      let name = "state is whole"
      return stateFailure.map { .failed(name, $0, remedy: diagnosis.remedy) } ?? .passed(name, "no record is damaged or missing")
    }
  }

  // MARK: Subjects

  /// What a question is about, as far as state knows it.
  private struct Subject {
    var text: String
    var target: ObjectTarget
  }

  private enum Search {
    case found(Subject)
    /// Declared, and not deployed.
    case absent(String)
    case unknown(String)
  }

  private func search(_ value: PropertyValue?) -> Search {
    // Before the first deployment there is nothing that could be wrong.
    guard snapshot != nil || stateFailure != nil else { return .unknown("nothing is deployed yet") }
    switch value {
    case .reference(let reference)?:
      guard let record = snapshot?.currentRecords[reference.address], let target = ObjectTarget(record) else {
        return stateFailure == nil
          ? .absent("\(reference.address) is not deployed") : .unknown("the state cannot be read, so that nobody knows what is deployed")
      }
      return .found(Subject(text: reference.address.path, target: target))
    case .string(let arn)?:
      if let record = snapshot?.records.values.first(where: { $0.attributes["Arn"]?.stringValue == arn }), let target = ObjectTarget(record)
      {
        return .found(Subject(text: record.address.path, target: target))
      }
      // arn:aws:iam::123456789012:role/path/name
      let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 6, parts[2] == "iam", parts[5].hasPrefix("role/"), let name = parts[5].split(separator: "/").last else {
        return .unknown("'\(arn)' names nothing that can be looked up")
      }
      let place = Placement(account: String(parts[4]), region: placement.region, roleChain: placement.roleChain)
      guard let route = provider?.route(for: "AWS::IAM::Role", in: place) else { return .unknown("the cloud cannot be asked for \(arn)") }
      return .found(
        Subject(text: arn, target: ObjectTarget(type: "AWS::IAM::Role", placement: place, route: route, identifier: String(name))))
    default: return .unknown("what is asked about is known only after a deployment")
    }
  }

  /// Reads what a question is about, or answers with the check that says why that is not possible.
  private func read(
    _ value: PropertyValue?, _ name: String, _ remedy: String
  ) async -> Swift.Result<(Subject, PropertyObject), Unanswered> {
    let subject: Subject
    switch search(value) {
    case .found(let found): subject = found
    case .absent(let reason): return .failure(Unanswered(check: .failed(name, reason, remedy: remedy)))
    case .unknown(let reason): return .failure(Unanswered(check: .skipped(name, reason)))
    }
    guard let provider else { return .failure(Unanswered(check: .skipped(name, "the cloud cannot be reached"))) }
    do throws(ProviderError) {
      let description = try await provider.read(subject.target)
      if let date = description.pendingDeletionUntil {
        let evidence = "\(subject.text) is scheduled for deletion on \(DateText.utc(date))"
        return .failure(Unanswered(check: .failed(name, evidence, remedy: remedy)))
      }
      return .success((subject, description.properties))
    } catch {
      let isGone = error.code == .notFound
      let evidence = isGone ? "\(subject.text) does not exist" : "\(subject.text) cannot be read: \(error.message)"
      return .failure(Unanswered(check: isGone ? .failed(name, evidence, remedy: remedy) : .skipped(name, evidence)))
    }
  }

  private struct Unanswered: Error {
    var check: DoctorReport.Check
  }

  // MARK: Questions

  private func existence(_ diagnosis: Diagnosis) async -> DoctorReport.Check {
    let name = "\(Self.text(of: diagnosis.subject)) exists"
    switch await read(diagnosis.subject, name, diagnosis.remedy) {
    case .success(let (subject, _)): return .passed(name, subject.target.identifier)
    case .failure(let unanswered): return unanswered.check
    }
  }

  private func keyAccess(_ diagnosis: Diagnosis, _ action: String, _ principal: PropertyValue) async -> DoctorReport.Check {
    let name = "\(Self.text(of: diagnosis.subject)) allows \(action)"
    switch await read(diagnosis.subject, name, diagnosis.remedy) {
    case .failure(let unanswered): return unanswered.check
    case .success(let (_, properties)):
      guard let principal = resolved(principal) else { return .skipped(name, "the principal is known only after a deployment") }
      guard let policy = properties["KeyPolicy"] else { return .skipped(name, "the read does not show the key's policy") }
      switch KeyPolicyAccess(policy: policy, action: action, principal: principal) {
      case .allowed: return .passed(name, "to \(principal)")
      case .conditional:
        return .warning(name, "to \(principal) only where a condition holds", remedy: "compare the condition with the request")
      case .delegated:
        return .warning(
          name, "the key leaves it to IAM policies", remedy: "make sure that a policy of \(principal) allows \(action) on the key")
      case .denied: return .failed(name, "the key's policy denies it to \(principal)", remedy: diagnosis.remedy)
      case .notMentioned: return .failed(name, "the key's policy does not name \(principal)", remedy: diagnosis.remedy)
      }
    }
  }

  private func key(_ diagnosis: Diagnosis) async -> DoctorReport.Check {
    let name = "\(Self.text(of: diagnosis.subject)) works"
    switch await read(diagnosis.subject, name, diagnosis.remedy) {
    case .failure(let unanswered): return unanswered.check
    case .success(let (subject, properties)):
      if properties["Enabled"]?.boolValue == false { return .failed(name, "the key is disabled", remedy: diagnosis.remedy) }
      let declared = snapshot?.currentRecords[ResourceAddress(subject.text)]?.inputs["EnableKeyRotation"]?.boolValue ?? false
      if declared, properties["EnableKeyRotation"]?.boolValue == false {
        return .failed(name, "rotation is disabled", remedy: diagnosis.remedy)
      }
      return .passed(name, "enabled" + (declared ? ", and rotates" : ""))
    }
  }

  private func region(_ diagnosis: Diagnosis) -> DoctorReport.Check {
    let name = "\(Self.text(of: diagnosis.subject)) is in the region that is asked"
    switch search(diagnosis.subject) {
    case .absent(let reason): return .failed(name, reason, remedy: diagnosis.remedy)
    case .unknown(let reason): return .skipped(name, reason)
    case .found(let subject):
      let region = subject.target.placement.region
      guard let askedRegion else { return .passed(name, "\(region); AWS_REGION says nothing else") }
      guard askedRegion != region else { return .passed(name, region) }
      return .failed(name, "it is in \(region), and AWS_REGION says \(askedRegion)", remedy: diagnosis.remedy)
    }
  }

  private func topic(_ diagnosis: Diagnosis) async -> DoctorReport.Check {
    let name = "\(Self.text(of: diagnosis.subject)) is heard"
    guard case .reference(let topic)? = diagnosis.subject else { return .skipped(name, "the topic is not one of the program") }
    guard let snapshot else {
      return .skipped(name, stateFailure == nil ? "nothing is deployed yet" : "the state cannot be read")
    }
    let subscriptions = snapshot.currentRecords.values.filter { record in
      guard record.type == "AWS::SNS::Subscription", case .reference(let reference)? = record.inputs["TopicArn"] else { return false }
      return reference.address == topic.address
    }
    guard !subscriptions.isEmpty else { return .failed(name, "it has no subscription", remedy: diagnosis.remedy) }
    guard let source = provider as? any LiveStateSource else {
      return .skipped(
        name, "this cloud does not tell whether a subscription is confirmed")
    }
    var reason: String?
    for target in subscriptions.compactMap({ ObjectTarget($0) }) {
      do throws(ProviderError) {
        let state = try await source.liveState(of: target)
        if state?.condition == .healthy { return .passed(name, "a subscription is confirmed") }
        reason = reason ?? state?.text
      } catch {
        return .skipped(name, "a subscription cannot be read: \(error.message)")
      }
    }
    return reason.map { .failed(name, $0, remedy: diagnosis.remedy) }
      ?? .skipped(name, "the service does not tell whether a subscription is confirmed")
  }

  /// The text of a principal, from what is deployed where it is a reference.
  private func resolved(_ value: PropertyValue) -> String? {
    switch value {
    case .string(let text): text
    case .reference(let reference):
      (snapshot?.currentRecords[reference.address]).flatMap {
        ($0.attributes[reference.attribute] ?? $0.appliedProperties[reference.attribute])?.stringValue
      }
    default: nil
    }
  }

  private static func text(of subject: PropertyValue?) -> String {
    switch subject {
    case .reference(let reference)?: reference.address.path
    case .string(let text)?: text
    default: "it"
    }
  }
}
