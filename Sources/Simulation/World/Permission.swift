import StrataDeployment
import StrataModel

/// What a process may send: what its plan says, or what recovery may repeat.
struct Permission: Sendable {
  /// Whether a create of a type may be sent without a known token.
  var createdTypes: Set<String> = []
  var tokens: Set<String> = []
  var updated: Set<ObjectName> = []
  var deleted: Set<ObjectName> = []

  /// Which resources calls are about: by the object, by the tag of a create, by the type where there is only one.
  private var addresses: [String: ResourceAddress] = [:]
  private var addressesByTag: [String: ResourceAddress] = [:]
  private var addressesByType: [String: [ResourceAddress]] = [:]

  /// All that a plan does.
  init(_ plan: Plan, _ snapshot: StateSnapshot) {
    // What was retained is recorded again, and may be changed then.
    var again: [InstanceID: ResourceRecord] = [:]
    for change in plan.reinstated { if let record = change.record { again[change.instance] = record } }
    for step in plan.steps {
      let name = (snapshot.records[step.instance] ?? again[step.instance]).flatMap(ObjectName.init)
      if let name { addresses["\(name.type) \(name.identifier)"] = step.address }
      addressesByTag[step.instance.identityTag(lineage: plan.lineage)] = step.address
      if step.operation != .keep { addressesByType[step.type, default: []].append(step.address) }
      switch step.operation {
      case .create: createdTypes.insert(step.type)
      case .update, .adopt: if let name { updated.insert(name) }
      case .delete: if let name { deleted.insert(name) }
      case .keep, .note, .forget: break
      }
    }
  }

  /// All that recovery may do: repeat creates with their tokens.
  init(recoveryOf snapshot: StateSnapshot?) {
    for open in snapshot?.openIntents ?? [] where open.intent.operation == .create {
      if let token = open.intent.token { tokens.insert(token) }
    }
  }

  /// The resource that a call to a type is about.
  func address(_ type: String, identifier: String?, tag: String?) -> ResourceAddress? {
    if let identifier, let address = addresses["\(type) \(identifier)"] { return address }
    if let tag, let address = addressesByTag[tag] { return address }
    guard let candidates = addressesByType[type], candidates.count == 1 else { return nil }
    return candidates[0]
  }

  func covers(_ call: NetworkCall) -> Bool {
    switch call.request {
    case .create(let request): createdTypes.contains(request.type) || request.token.map(tokens.contains) ?? false
    case .update(let request): updated.contains(ObjectName(request.target))
    case .delete(let request): deleted.contains(ObjectName(request.target))
    case .poll: true
    }
  }
}
