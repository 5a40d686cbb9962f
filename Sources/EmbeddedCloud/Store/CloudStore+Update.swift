import ResourceCatalog
import StrataDeployment
import StrataModel

extension CloudStore {
  /// Changes an object, as far as its service can.
  mutating func update(_ request: UpdateRequest, at now: Int) throws(ProviderError) -> OperationProgress {
    let profile = try profile(request.target.type)
    var object = try current(request.target, profile, now)
    switch object.phase {
    case .present: break
    case .pendingDeletion:
      throw ProviderError(
        .conflict, "\(object.identifier) is pending deletion. Restore it first.",
        serviceCode: profile.service == "AWS::KMS" ? "KMSInvalidStateException" : "InvalidRequestException")
    case .deleting: throw ProviderError(.conflict, "\(object.identifier) is being deleted", serviceCode: "InvalidStateException")
    }
    if object.readyAt > now {
      throw ProviderError(
        .conflict, "\(object.identifier) is still being changed", serviceCode: "ResourceInUseException",
        retryAfter: min(object.readyAt - now, 15_000))
    }
    try DocumentJudge.check(request.properties, profile, exactTypes: exactTypes)
    try refuseFixed(request, object, profile)

    let references = try resolve(request.properties, profile, object.scope, region: object.region)
    try checkRules(
      CloudChange(
        kind: .update, type: profile.name, scope: object.scope, region: object.region, properties: request.properties, object: object,
        references: references, now: now), profile)
    counter += 1
    object.previous = object.properties
    object.inputs = merged(request, into: object, profile)
    object.references = references
    object.changedAt = now
    object.revision += 1
    object.operation = counter
    object.readyAt = now + delay(profile.waits.update)
    for name in profile.behavior.volatileAttributes {
      if case .integer(let number)? = object.attributes[name] { object.attributes[name] = .integer(number + 1) }
      if case .string(let text)? = object.attributes[name], let number = Int(text) { object.attributes[name] = .string(String(number + 1)) }
    }
    remake(&object, profile, now)
    try checkOccupancy(object, profile)
    put(object, profile)
    return progress(of: object, profile, .update, now)
  }

  /// Makes attributes anew that follow from properties which changed, and drops those whose condition has gone.
  private mutating func remake(_ object: inout CloudObject, _ profile: TypeProfile, _ now: Int) {
    var context = AttributeContext(
      scope: object.scope, region: object.region, now: now, random: CloudRandom(seed: seed, salt: 0), inputs: object.inputs)
    context.attributes = object.attributes
    let before = object.previous ?? PropertyObject()
    for (index, attribute) in profile.attributes.enumerated() {
      guard let top = attribute.path.first else { continue }
      let causes = profile.behavior.attributesChangedBy[attribute.path.joined(separator: ".")] ?? []
      let exists = attribute.condition.map { Self.isGiven(object.inputs[$0]) } ?? true
      let stands = object.attributes.value(at: attribute.path) != nil
      if !exists {
        if stands, attribute.path.count == 1 { context.attributes[top] = nil }
        continue
      }
      guard !stands || causes.contains(where: { before[$0] != object.inputs[$0] }) else { continue }
      if context.parts.isEmpty { context.parts = parts(profile, object.inputs, object.scope) }
      context.random = CloudRandom(seed: seed, salt: UInt64(counter) &* 4096 &+ UInt64(index) &+ 1)
      context.attributes.set(value(of: attribute, profile, &context), at: attribute.path)
    }
    AttributeFacts.adjust(&context.attributes, of: profile.name, inputs: object.inputs, number: object.number)
    object.attributes = context.attributes
  }

  /// The properties after an update: what changed, over what others may have set.
  private func merged(_ request: UpdateRequest, into object: CloudObject, _ profile: TypeProfile) -> PropertyObject {
    let desired = stored(request.properties, profile)
    guard !request.changedPaths.isEmpty else {
      var result = desired
      for (property, _) in profile.names where result[property] == nil { result[property] = object.inputs[property] }
      return result
    }
    var result = object.inputs
    for path in request.changedPaths {
      var names: [String] = []
      for case .key(let key) in path.components.prefix(while: { if case .key = $0 { true } else { false } }) { names.append(key) }
      if names.isEmpty { continue }
      if names.count == 2, names[0] == profile.tagProperty, case .array(let elements)? = desired[names[0]] ?? result[names[0]] {
        result[names[0]] = Self.replacingTag(names[1], in: result[names[0]], by: elements, of: desired[names[0]] != nil, profile)
        continue
      }
      result.set(desired.value(at: names), at: names)
    }
    return result
  }

  /// The tags in list form with one key as it is wanted: others may have set the rest.
  private static func replacingTag(
    _ key: String, in standing: PropertyValue?, by wanted: [PropertyValue], of isWanted: Bool, _ profile: TypeProfile
  ) -> PropertyValue? {
    let (keyName, _) = profile.tagNames
    var elements = standing?.arrayValue ?? []
    let tag = isWanted ? wanted.first { $0[keyName]?.stringValue == key } : nil
    if let index = elements.firstIndex(where: { $0[keyName]?.stringValue == key }) {
      if let tag { elements[index] = tag } else { elements.remove(at: index) }
    } else if let tag {
      elements.append(tag)
    }
    return elements.isEmpty ? nil : .array(elements)
  }

  /// Refuses changes of what a service fixes at the create.
  private func refuseFixed(_ request: UpdateRequest, _ object: CloudObject, _ profile: TypeProfile) throws(ProviderError) {
    for path in profile.createOnly + profile.behavior.refusedChanges.map(TypeProfile.components) {
      if Self.differs(request, object, path, profile) {
        throw ProviderError(
          .invalidRequest, "\(path.joined(separator: ".")) of a \(CloudErrors.words(profile.name)) cannot be changed; a new one is needed",
          serviceCode: "NotUpdatable", path: PropertyPath(path.map(PropertyPath.Component.key)))
      }
    }
    for path in profile.conditional where Self.differs(request, object, path, profile) {
      let name = path.joined(separator: ".")
      let from = object.inputs.value(at: path)?.scalarText
      let to = request.properties.value(at: path)?.scalarText
      let isAllowed = profile.behavior.conditionalChanges.contains { change in
        TypeProfile.components(change.property) == path && (change.from == nil || change.from == from)
          && (change.to == nil || change.to == to)
      }
      if !isAllowed {
        throw ProviderError(
          .invalidRequest,
          "\(name) of a \(CloudErrors.words(profile.name)) cannot change from \(from ?? "its value") to \(to ?? "the new one")",
          serviceCode: "NotUpdatable", path: PropertyPath(path.map(PropertyPath.Component.key)))
      }
    }
  }

  private static func differs(_ request: UpdateRequest, _ object: CloudObject, _ path: [String], _ profile: TypeProfile) -> Bool {
    let isHidden = profile.writeOnly.contains { path.starts(with: $0) }
    let standing = values(isHidden ? request.previous : object.inputs, path)
    let wanted = values(request.properties, path)
    if standing == wanted { return false }
    if wanted.isEmpty { return !values(request.previous, path).isEmpty }
    return !isSame(standing, wanted)
  }

  private static func values(_ properties: PropertyObject, _ path: [String]) -> [PropertyValue] {
    guard path.contains("*") else { return properties.value(at: path).map { [$0] } ?? [] }
    var found: [PropertyValue] = []
    PropertyValue.object(properties).forEach(at: path[...]) { found.append($0) }
    return found
  }

  /// Whether two values mean the same to a service: numbers as texts, lists in any order, documents in any form.
  private static func isSame(_ left: [PropertyValue], _ right: [PropertyValue]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { comparable($0) == comparable($1) }
  }

  private static func comparable(_ value: PropertyValue) -> String {
    switch value {
    case .array(let elements): "[" + elements.map(comparable).sorted().joined(separator: ",") + "]"
    case .object(let object): "{" + object.fields.map { $0.key + ":" + comparable($0.value) }.joined(separator: ",") + "}"
    default: value.scalarText?.lowercased() ?? ""
    }
  }
}
