import StrataDeployment
import StrataModel

extension CloudStore {
  /// What a service answers at the start of an operation, or to a question about it.
  mutating func progress(of object: CloudObject, _ profile: TypeProfile, _ operation: Intent.Operation, _ now: Int) -> OperationProgress {
    let wait = operation == .create ? profile.waits.create : profile.waits.update
    guard object.readyAt > now || realism.answersEarly && wait > 0 else { return .done(describe(object, profile, now)) }
    return .inProgress(
      OperationProgress.Pending(
        identifier: object.identifier, waitToken: waitToken(operation, object),
        pollAfter: min(max(0, object.readyAt - now), 15_000), description: describe(object, profile, now)))
  }

  /// Names an operation for as long as the object remembers it, in this process or another.
  func waitToken(_ operation: Intent.Operation, _ object: CloudObject) -> String {
    "embedded/\(operation.rawValue)/\(object.number)/\(object.operation)"
  }

  /// How an operation goes.
  mutating func poll(_ request: PollRequest, at now: Int) throws(ProviderError) -> OperationProgress {
    let profile = try profile(request.type)
    let parts = request.waitToken.split(separator: "/")
    guard parts.count == 4, parts[0] == "embedded", let number = Int(parts[2]), let operation = Int(parts[3]) else {
      throw ProviderError(
        .invalidRequest, "'\(request.waitToken)' is not a wait token of the embedded cloud", serviceCode: "InvalidRequest")
    }
    guard let found = objects[number], let object = expire(found, profile, now) else {
      if parts[1] == "delete" { return .gone }
      var gone = CloudErrors.notFound(profile.name, "\(number)")
      gone.execution = .executed
      throw gone
    }
    guard object.type == request.type else {
      throw ProviderError(.invalidRequest, "the wait token belongs to \(object.type)", serviceCode: "InvalidRequest")
    }
    if parts[1] == "delete" {
      if object.phase == .pendingDeletion { return .done(describe(object, profile, now)) }
      guard object.phase == .deleting else {
        throw ProviderError(.conflict, "\(object.identifier) is not being deleted", serviceCode: "InvalidStateException")
      }
    }
    if object.readyAt > now, object.operation == operation {
      return .inProgress(
        OperationProgress.Pending(
          identifier: object.identifier, waitToken: request.waitToken, pollAfter: min(object.readyAt - now, 15_000),
          description: describe(object, profile, now)))
    }
    return .done(describe(object, profile, now))
  }

  /// Whether an operation on an object goes on.
  mutating func isInProgress(_ target: ObjectTarget, at now: Int) throws(ProviderError) -> Bool {
    let object = try current(target, try profile(target.type), now)
    return object.readyAt > now
  }

  /// The object after what time has done to it; `nil` when its deletion has ended.
  mutating func expire(_ object: CloudObject, _ profile: TypeProfile, _ now: Int) -> CloudObject? {
    switch object.phase {
    case .present: return object
    case .deleting where object.readyAt > now: return object
    case .pendingDeletion where (object.deletedAt ?? .max) > now: return object
    case .deleting, .pendingDeletion:
      remove(object, profile)
      return nil
    }
  }

  /// The object that an identifier means now.
  mutating func current(_ target: ObjectTarget, _ profile: TypeProfile, _ now: Int) throws(ProviderError) -> CloudObject {
    let scope = scope(target.placement, profile)
    guard let found = object(profile.name, scope, named: target.identifier), let object = expire(found, profile, now) else {
      throw CloudErrors.notFound(profile.name, target.identifier)
    }
    return object
  }
}
