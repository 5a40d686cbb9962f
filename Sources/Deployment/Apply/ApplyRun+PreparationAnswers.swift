import StrataModel

extension ApplyRun {
  mutating func finishPreparation(_ number: Int, _ answers: PreparationAnswers) {
    guard var work = works[number] else { return }
    let step = plan.steps[number]
    for (reference, answer) in answers.attributes.sorted(by: { $0.key.description < $1.key.description }) {
      guard case .failure(let error) = answer else { continue }
      // An object that was just made may not show itself yet, nor all its attributes.
      if error.code == .notFound, let producer = fold.current(at: reference.address), awaitConsistency(number, after: producer) { return }
      if again(number, error) { return }
    }
    for (reference, result) in answers.attributes {
      guard case .success(let value) = result else { return fail(number, StepFailures.unknownValue(step, reference)) }
      if work.document?.secrets.values.contains(where: { $0.reference == reference }) == true {
        guard let text = value.scalarText else { return fail(number, StepFailures.unknownValue(step, reference)) }
        work.texts[SecretSource(attribute: reference)] = text
      } else {
        fetched[reference] = value
      }
    }
    for (source, result) in answers.secrets {
      switch result {
      case .success(let text): work.texts[source] = text
      case .failure(let failure): return fail(number, StepFailures.secret(step, failure.message))
      }
    }
    if let desired = step.desired {
      let document = ValueResolution.resolve(desired.properties) { lookUp($0) }
      if let reference = document.missing.first { return fail(number, StepFailures.unknownValue(step, reference)) }
      work.document = document
      work.secrets = [:]
      for (path, source) in document.secrets {
        guard let text = work.texts[source] else { continue }
        work.secrets[path] = ResourceRecord.SecretRecord(source: source, digest: Digest.keyed(text, key: options.secretKey))
      }
    }
    works[number] = work
    switch step.operation {
    case .create: finishCreatePreparation(number, answers.precheck)
    case .update: finishUpdatePreparation(number, answers.target)
    case .adopt: finishAdoption(number, answers.target)
    case .delete: finishDeletePreparation(number, answers.target)
    case .keep, .note, .forget: break
    }
  }

  /// Prepares a step once more when a read failed for a reason that passes.
  mutating func again(_ number: Int, _ error: ProviderError) -> Bool {
    guard [.throttled, .network, .serviceFailure, .notYetConsistent].contains(error.code), var work = works[number] else { return false }
    work.firstFailure = work.firstFailure ?? clock.now()
    let elapsed = clock.now() - (work.firstFailure ?? 0)
    guard let delay = RetryPolicy.delay(.network, .update, retry: work.preparations, elapsed: elapsed) else { return false }
    work.preparations += 1
    works[number] = work
    emit(.retrying(step: number, reason: error.message, milliseconds: error.retryAfter ?? delay))
    inbox.append(.prepared(number, .again(error.retryAfter ?? delay)))
    return true
  }

  /// Prepares a step once more while a read may lag behind our own write.
  mutating func awaitConsistency(_ number: Int, after record: ResourceRecord) -> Bool {
    // A cloud whose reads never lag is believed at once.
    guard provider.settleTime(of: record.type) != 0, clock.seconds - record.updatedAt < RetryPolicy.lagAfterWrite, var work = works[number]
    else { return false }
    let delay = RetryPolicy.denseDelay(work.preparations)
    work.preparations += 1
    works[number] = work
    inbox.append(.prepared(number, .again(delay)))
    return true
  }

  private mutating func finishCreatePreparation(_ number: Int, _ precheck: Result<ObjectDescription?, ProviderError>?) {
    let step = plan.steps[number]
    var absent: Bool?
    switch precheck {
    case nil: break
    case .success(nil): absent = true
    case .success(let found?):
      guard isOurs(found, step) else {
        return fail(number, StepFailures.foreign(step, found, "'\(found.identifier)' stands under its name or key."))
      }
      absent = false
    case .failure(let error):
      if again(number, error) { return }
      // A service that cannot be asked proves nothing; the create goes on without the proof, and recovery knows that there is none.
      guard error.code == .unsupported else { return fail(number, StepFailures.refused(step, error)) }
    }
    announce(number, .create, previous: nil, precheckedAbsent: absent)
  }

  private func isOurs(_ found: ObjectDescription, _ step: PlanStep) -> Bool {
    if let tag = options.identityTags?.instanceTag(of: found.properties, type: step.type) {
      return tag == step.instance.identityTag(lineage: plan.lineage)
    }
    return step.chosenNames.contains { found.properties[$0]?.stringValue?.hasSuffix(step.instance.nameSuffix) == true }
  }

  private mutating func finishUpdatePreparation(_ number: Int, _ target: Result<ObjectDescription, ProviderError>?) {
    let step = plan.steps[number]
    guard let work = works[number], let record = work.record, let document = work.document else { return }
    let found: ObjectDescription
    switch target {
    case .success(let description)?: found = description
    case .failure(let error)?:
      if error.code == .notFound, awaitConsistency(number, after: record) { return }
      if again(number, error) { return }
      return fail(number, StepFailures.refused(step, error))
    case nil:
      works[number]?.changedPaths = step.changes.map(\.path)
      return announce(number, .update, previous: record.appliedProperties, precheckedAbsent: nil)
    }
    let lag = provider.readLag(of: record.type)
    let check = UpdateCheck(
      library: library, step: step, record: record, desired: document.properties,
      mayLag: clock.seconds - record.updatedAt < lag)
    switch check.verdict(on: found.properties) {
    case .proceed(let paths):
      works[number]?.changedPaths = paths
      if record.lacksIdentityTags || lostTags(record, found) || isRenamed(step, found) { bringTags(number) }
      announce(number, .update, previous: previous(of: record, document.properties, found, step), precheckedAbsent: nil)
    case .alreadyDone:
      note(step.instance, step, document)
      finishWithoutCall(number, .unchanged)
    case .drifted(let path, let found, let expected):
      if awaitConsistency(number, after: record) { return }
      fail(number, StepFailures.drifted(step, path, found: found, expected: expected))
    }
  }

  /// What an update starts from: what was applied, with what is there of values that are repaired; or, where an earlier run left that
  /// incomplete, what is there.
  private func previous(
    of record: ResourceRecord, _ desired: PropertyObject, _ found: ObjectDescription, _ step: PlanStep
  ) -> PropertyObject {
    let applied = record.appliedProperties
    let shape = library[record.type].shape
    if record.incompleteReasons.isEmpty {
      // A service that is told of differences alone would not hear of a value that somebody else changed or took away.
      return step.changes.filter { $0.kind == .repair && !shape.place(at: $0.path).facts.isWriteOnly }.reduce(applied) { before, change in
        let present = OwnedUnit.value(at: change.path, in: found.properties, shape: shape)
        return OwnedUnit.setting(present, at: change.path, in: before, shape: shape)
      }
    }
    // What is never shown can only be taken from the record.
    let hidden = PropertyObject(applied.fields.filter { shape.child($0.key).facts.isWriteOnly }.map { ($0.key, $0.value) })
    let shown = found.properties.fields.filter { desired[$0.key] != nil || applied[$0.key] != nil }
    return hidden.merging(PropertyObject(shown.map { ($0.key, $0.value) }))
  }

  private mutating func finishDeletePreparation(_ number: Int, _ target: Result<ObjectDescription, ProviderError>?) {
    let step = plan.steps[number]
    guard let record = works[number]?.record else { return }
    switch target {
    case .success(let found)?:
      if let tag = options.identityTags?.instanceTag(of: found.properties, type: step.type),
        tag != record.instance.identityTag(lineage: plan.lineage)
      {
        return fail(
          number,
          StepFailures.make(
            step, "not-ours",
            "'\(found.identifier)' bears the tag of another resource (\(tag)), so it is not the object that was made here.",
            "Run 'state forget \(step.address)' if the object shall stay."))
      }
      announce(number, .delete, previous: nil, precheckedAbsent: nil)
    case .failure(let error)?:
      if error.code == .notFound {
        if awaitConsistency(number, after: record) { return }
        journal(.forget(step.instance, reason: "the object was gone already"))
        return finishWithoutCall(number, .deleted)
      }
      if again(number, error) { return }
      fail(number, StepFailures.refused(step, error))
    case nil: return
    }
  }
}
