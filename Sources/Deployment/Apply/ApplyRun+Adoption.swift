import ResourceCatalog
import StrataModel

extension ApplyRun {
  mutating func finishAdoption(_ number: Int, _ target: Result<ObjectDescription, ProviderError>?) {
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
  func lostTags(_ record: ResourceRecord, _ found: ObjectDescription) -> Bool {
    guard !record.incompleteReasons.isEmpty, let tags = options.identityTags, !tags.paths(type: record.type).isEmpty else { return false }
    return tags.instanceTag(of: found.properties, type: record.type) == nil
  }

  /// Whether an object still bears the address that it had before a rename, which changes state alone.
  func isRenamed(_ step: PlanStep, _ found: ObjectDescription) -> Bool {
    guard let tags = options.identityTags, !tags.paths(type: step.type).isEmpty,
      let former = tags.addressTag(of: found.properties, type: step.type)
    else { return false }
    return former != step.address.path
  }

  /// Lets an update bring the engine's tags to an object that was taken over, made in part, or renamed.
  mutating func bringTags(_ number: Int) {
    let paths = options.identityTags?.paths(type: plan.steps[number].type) ?? []
    works[number]?.lacksIdentityTags = true
    works[number]?.changedPaths += paths
  }
}
