import ResourceCatalog
import StrataDeployment
import StrataModel

extension CloudStore {
  /// Deletes an object, or schedules it.
  mutating func delete(_ request: DeleteRequest, at now: Int) throws(ProviderError) -> OperationProgress {
    let profile = try profile(request.target.type)
    var object = try current(request.target, profile, now)
    switch object.phase {
    case .present: break
    case .pendingDeletion: return .done(describe(object, profile, now))
    case .deleting: return deleting(object, now)
    }
    if !request.liftsProtection { try refuseProtected(object, profile) }
    try refuseUsed(object, profile, now)
    try checkRules(
      CloudChange(
        kind: .delete, type: profile.name, scope: object.scope, region: object.region, properties: object.properties, object: object,
        references: object.references, now: now), profile)
    try removeContents(of: object, profile)
    if let soft = SoftDeletionFacts.softDeletion(of: profile) {
      let days = soft.daysProperty.flatMap { request.properties[$0]?.integerValue ?? object.inputs[$0]?.integerValue } ?? soft.defaultDays
      object.phase = .pendingDeletion
      object.deletedAt = now + days * 86_400_000
      object.changedAt = now
      put(object, profile)
      if !soft.holdsName { release(object, profile) }
      return .done(describe(object, profile, now))
    }
    let wait = delay(profile.waits.delete)
    guard wait > 0 || realism.answersEarly && profile.waits.delete > 0 else {
      remove(object, profile)
      return .gone
    }
    counter += 1
    object.phase = .deleting
    object.operation = counter
    object.readyAt = now + wait
    put(object, profile)
    return deleting(object, now)
  }

  private func deleting(_ object: CloudObject, _ now: Int) -> OperationProgress {
    .inProgress(
      OperationProgress.Pending(
        identifier: object.identifier, waitToken: waitToken(.delete, object), pollAfter: min(max(0, object.readyAt - now), 15_000)))
  }

  /// Frees what an object that is scheduled for deletion no longer holds: everything but its identifier.
  private mutating func release(_ object: CloudObject, _ profile: TypeProfile) {
    for key in occupancyKeys(of: object.properties, profile) {
      occupied[OccupancyKey(type: object.type, scope: object.scope, key: key.index, values: key.values)] = nil
    }
  }

  private func refuseProtected(_ object: CloudObject, _ profile: TypeProfile) throws(ProviderError) {
    guard let property = DeletionProtection.property(protecting: object.inputs) else { return }
    throw ProviderError(
      .invalidRequest,
      "\(CloudErrors.words(profile.name)) '\(object.identifier)' is protected from deletion by \(property). Turn it off first.",
      serviceCode: Protection.serviceCode(profile.name), path: PropertyPath(property))
  }

  private mutating func refuseUsed(_ object: CloudObject, _ profile: TypeProfile, _ now: Int) throws(ProviderError) {
    guard let numbers = users[object.number], !numbers.isEmpty else { return }
    guard profile.blockers != nil || profile.behavior.refusesDeletionWhileReferenced else { return }
    var blocking: [CloudObject] = []
    for number in numbers.sorted() {
      guard let user = objects[number], user.number != object.number, profile.blockers?.contains(user.type) ?? true else { continue }
      let userProfile = try self.profile(user.type)
      guard let living = expire(user, userProfile, now), living.phase != .pendingDeletion else { continue }
      // A container goes with its contents.
      if let property = profile.contents[living.type],
        living.references.allSatisfy({ $0.target != object.number || $0.property == property })
      {
        continue
      }
      blocking.append(living)
    }
    if !blocking.isEmpty { throw CloudErrors.inUse(profile.name, object.identifier, by: blocking) }
  }

  private mutating func removeContents(of object: CloudObject, _ profile: TypeProfile) throws(ProviderError) {
    guard !profile.contents.isEmpty, let numbers = users[object.number] else { return }
    for number in numbers.sorted() {
      guard let content = objects[number], let property = profile.contents[content.type],
        content.references.contains(CloudReference(target: object.number, property: property))
      else { continue }
      let contentProfile = try self.profile(content.type)
      try removeContents(of: content, contentProfile)
      remove(content, contentProfile)
    }
  }

  /// Takes back a scheduled deletion (`kms:CancelKeyDeletion`, `secretsmanager:RestoreSecret`).
  mutating func restore(_ target: ObjectTarget, at now: Int) throws(ProviderError) -> ObjectDescription {
    let profile = try profile(target.type)
    var object = try current(target, profile, now)
    guard object.phase == .pendingDeletion else {
      throw ProviderError(.invalidRequest, "\(object.identifier) is not pending deletion", serviceCode: "KMSInvalidStateException")
    }
    object.phase = .present
    object.deletedAt = nil
    object.changedAt = now
    put(object, profile)
    return describe(object, profile, now)
  }
}
