import ResourceCatalog
import StrataModel

extension ApplyRun {
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
  mutating func note(_ instance: InstanceID, _ step: PlanStep, _ known: ValueResolution.Document? = nil) {
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
      // Whether the effect of an action still stands makes no difference to running it again: it is not looked at, and so not compared.
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
