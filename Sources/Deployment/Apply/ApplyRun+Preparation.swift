import ResourceCatalog
import StrataModel

extension ApplyRun {
  // MARK: Before the reads

  mutating func prepare(_ number: Int) {
    let step = plan.steps[number]
    if let open = blocked[step.address], step.operation != .keep { return fail(number, StepFailures.interrupted(step, open)) }
    if let desired = step.desired, let reference = driftedReference(in: desired.properties) {
      return fail(number, StepFailures.replan(step, reference))
    }
    if step.operation == .keep {
      results[number] = .unchanged
      inbox.append(.prepared(number, .nothingToDo))
      return
    }
    guard conditionHolds(number) else { return dropConditional(number) }
    emit(.started(step: number))
    switch step.operation {
    case .keep: break
    case .forget:
      journal(.forget(step.instance, reason: step.because.first ?? "it left the program"))
      finishWithoutCall(number, .forgotten)
    case .note: prepareNote(number)
    case .create, .update, .adopt: prepareWrite(number)
    case .delete: prepareDelete(number)
    }
  }

  /// Leaves a resource as it is because the value that the plan waited for did not change; its edges may have.
  private mutating func dropConditional(_ number: Int) {
    let step = plan.steps[number]
    if step.operation == .create, let counterpart = step.counterpart {
      keptInstances[step.instance] = plan.steps[counterpart].instance
      pendingCreates[step.address] = nil
    }
    note(keptInstances[step.instance] ?? step.instance, step)
    finishWithoutCall(number, .unchanged)
  }

  private mutating func prepareNote(_ number: Int) {
    let step = plan.steps[number]
    note(step.instance, step)
    finishWithoutCall(number, .unchanged)
  }

  /// Records a resource's new document, edges and lifecycle without a call.
  ///
  /// - Parameter known: the document with its references resolved, where that is done already.
  private mutating func note(_ instance: InstanceID, _ step: PlanStep, _ known: ValueResolution.Document? = nil) {
    guard let record = fold.snapshot.records[instance], let desired = step.desired else { return }
    var properties = desired.properties
    // The plan's names are those of the incarnation that was not made; the one that stays has its own.
    if instance != step.instance { for name in step.chosenNames { properties[name] = record.inputs[name] } }
    let document = known ?? ValueResolution.resolve(properties) { lookUp($0) }
    // What cannot be resolved now was resolved when it was applied.
    let bindings = document.missing.isEmpty ? document.bindings : record.bindings.merging(document.bindings) { $1 }
    journal(
      .note(
        instance,
        JournalEntry.Metadata(
          edges: edges(of: step), lifecycle: desired.lifecycle, inputs: properties, bindings: bindings, ownedPaths: step.ownedPaths,
          secrets: record.secrets, source: step.source)))
  }

  private mutating func prepareWrite(_ number: Int) {
    let step = plan.steps[number]
    guard let desired = step.desired else {
      return fail(number, StepFailures.make(step, "malformed-plan", "The plan has no document for \(step.address).", "Make a new plan."))
    }
    var work = works[number] ?? StepWork()
    var reads = PreparationReads()
    reads.placement = step.placement
    let document = ValueResolution.resolve(desired.properties) { lookUp($0) }
    for reference in document.missing {
      guard let target = target(of: reference) else { return fail(number, StepFailures.unknownValue(step, reference)) }
      reads.attributes[reference] = target
    }
    for source in document.secrets.values where work.texts[source] == nil {
      if source.kind == .attribute, let reference = source.reference {
        guard let target = target(of: reference) else { return fail(number, StepFailures.unknownValue(step, reference)) }
        reads.attributes[reference] = target
      } else {
        reads.secrets.insert(source)
      }
    }
    guard let route = fold.snapshot.records[step.instance]?.route ?? provider.route(for: step.type, in: step.placement) else {
      return fail(number, StepFailures.unsupported(step, provider.name))
    }
    switch step.operation {
    case .update:
      guard let record = fold.snapshot.records[step.instance], let target = ObjectTarget(record) else {
        return fail(
          number, StepFailures.make(step, "no-record", "State has no object to update at \(step.address).", "Plan again with --refresh."))
      }
      work.record = record
      // Whether the effect of an action still stands makes no difference to running it again.
      if !step.isAction { reads.target = target }
    case .adopt:
      guard let identifier = desired.adoptedIdentifier else {
        return fail(number, StepFailures.make(step, "malformed-plan", "The plan names no object to adopt.", "Make a new plan."))
      }
      reads.target = ObjectTarget(type: step.type, placement: step.placement, route: route, identifier: identifier)
    default:
      if needsPrecheck(step) {
        reads.precheck = IdentityQuery(
          type: step.type, placement: step.placement, route: route, properties: document.properties,
          behavior: library[step.type].facts.behavior, instance: step.instance)
      }
    }
    work.document = document
    works[number] = work
    start(number, reads)
  }

  /// Whether absence must be proven before a create is sent.
  ///
  /// A fixed name whose object can bear neither our tag nor our suffix has no other proof that an interrupted create was ours.
  private func needsPrecheck(_ step: PlanStep) -> Bool {
    if step.isAction { return false }
    let behavior = library[step.type].facts.behavior
    if behavior.needsPrecheck || provider.shortcomings(of: step.type).contains(.forgetsTags) { return true }
    let hasToken = [.token, .tokenUnknownWindow].contains(behavior.apiClass)
    let isNamed = behavior.apiClass == .name || hasToken && provider.shortcomings(of: step.type).contains(.ignoresTokens)
    guard isNamed, step.chosenNames.isEmpty else { return false }
    return options.identityTags == nil || !IdentityTags.areTaken(by: step.type)
  }

  private mutating func prepareDelete(_ number: Int) {
    let step = plan.steps[number]
    guard let record = fold.snapshot.records[step.instance] else { return finishWithoutCall(number, .unchanged) }
    guard let target = ObjectTarget(record) else {
      journal(.forget(step.instance, reason: "nothing was ever made"))
      return finishWithoutCall(number, .deleted)
    }
    // After an upsert under one name the old record may mean the new object: deleting it would delete what was just made.
    if let key = StateFold.ObjectKey(record), let holder = fold.currentHolder(of: key), holder.instance != record.instance {
      journal(.forget(step.instance, reason: "\(holder.address) holds the same object"))
      return finishWithoutCall(number, .forgotten)
    }
    var work = works[number] ?? StepWork()
    work.record = record
    works[number] = work
    start(number, PreparationReads(target: target))
  }

  private mutating func start(_ number: Int, _ reads: PreparationReads) {
    if reads.isEmpty { finishPreparation(number, PreparationAnswers()) } else { launches.append(.read(step: number, reads)) }
  }

  // MARK: After the reads

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
  private mutating func again(_ number: Int, _ error: ProviderError) -> Bool {
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
  private mutating func awaitConsistency(_ number: Int, after record: ResourceRecord) -> Bool {
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
    if step.isAction {
      works[number]?.changedPaths = step.changes.map(\.path)
      return announce(number, .update, previous: record.appliedProperties, precheckedAbsent: nil)
    }
    let found: ObjectDescription
    switch target {
    case .success(let description)?: found = description
    case .failure(let error)?:
      if error.code == .notFound, awaitConsistency(number, after: record) { return }
      if again(number, error) { return }
      return fail(number, StepFailures.refused(step, error))
    case nil: return
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

  private mutating func finishAdoption(_ number: Int, _ target: Result<ObjectDescription, ProviderError>?) {
    let step = plan.steps[number]
    guard let document = works[number]?.document, let desired = step.desired else { return }
    let found: ObjectDescription
    switch target {
    case .success(let description)?: found = description
    case .failure(let error)?:
      if again(number, error) { return }
      return fail(number, StepFailures.refused(step, error))
    case nil: return
    }
    var record = ResourceRecord(
      address: step.address, type: step.type, placement: step.placement, instance: step.instance, generation: step.generation,
      source: step.source)
    record.identifier = found.identifier
    record.handle = found.handle
    record.route = provider.route(for: step.type, in: step.placement) ?? .embedded
    record.createdAt = clock.seconds
    record.updatedAt = record.createdAt
    record.inputs = desired.properties
    record.bindings = document.bindings
    record.ownedPaths = step.ownedPaths
    record.attributes = recorded.attributes(of: found, type: step.type, sent: document.properties)
    record.edges = edges(of: step)
    record.lifecycle = desired.lifecycle
    record.isTakenOver = true
    record.lacksIdentityTags = options.identityTags?.paths(type: step.type).isEmpty == false
    if !step.changes.isEmpty { record.incompleteReasons = ["adopted, and not yet brought to the declaration"] }
    journal(.imported(record))
    if step.changes.isEmpty { return finishWithoutCall(number, .adopted) }
    works[number]?.record = record
    works[number]?.isAdoption = true
    works[number]?.changedPaths = step.changes.map(\.path)
    if record.lacksIdentityTags { bringTags(number) }
    announce(number, .update, previous: own(found.properties, of: document, step), precheckedAbsent: nil)
  }

  /// What an object that is adopted holds of what the program speaks about: the rest is not to be changed, nor taken away.
  private func own(_ found: PropertyObject, of document: ValueResolution.Document, _ step: PlanStep) -> PropertyObject {
    let shape = library[step.type].shape
    var result = PropertyObject()
    for field in found.fields where document.properties[field.key] != nil { result[field.key] = field.value }
    guard let tags = ResourceCatalog.aws.type(step.type)?.tagProperty.map({ String($0) }), let present = result[tags] else { return result }
    let said = Set(step.ownedPaths)
    for unit in OwnedUnit.units(of: [tags: present], shape: shape) where !said.contains(unit.path) {
      result = OwnedUnit.setting(nil, at: unit.path, in: result, shape: shape)
    }
    return result
  }

  /// Whether a creation that an earlier run left incomplete did not come to the engine's tags.
  private func lostTags(_ record: ResourceRecord, _ found: ObjectDescription) -> Bool {
    guard !record.incompleteReasons.isEmpty, let tags = options.identityTags, !tags.paths(type: record.type).isEmpty else { return false }
    return tags.instanceTag(of: found.properties, type: record.type) == nil
  }

  /// Whether an object still bears the address that it had before a rename, which changes state alone.
  private func isRenamed(_ step: PlanStep, _ found: ObjectDescription) -> Bool {
    guard let tags = options.identityTags, !tags.paths(type: step.type).isEmpty,
      let former = tags.addressTag(of: found.properties, type: step.type)
    else { return false }
    return former != step.address.path
  }

  /// Lets an update bring the engine's tags to an object that was taken over, made in part, or renamed.
  private mutating func bringTags(_ number: Int) {
    let paths = options.identityTags?.paths(type: plan.steps[number].type) ?? []
    works[number]?.lacksIdentityTags = true
    works[number]?.changedPaths += paths
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

  // MARK: Ends of preparations

  mutating func finishWithoutCall(_ number: Int, _ result: StepResult) {
    end(number, result)
    inbox.append(.prepared(number, .nothingToDo))
  }

  mutating func fail(_ number: Int, _ diagnostic: Diagnostic) {
    end(number, .failed(diagnostic))
    inbox.append(.prepared(number, .failed))
  }
}
