import StrataModel

/// The JSON form of what the cloud keeps.
enum CloudDocument {
  static func value(of change: CloudLogEntry, _ store: CloudStore) -> PropertyValue? {
    switch change {
    case .put(let number):
      guard let object = store.objects[number] else { return nil }
      return ["put": .object(value(of: object, store))]
    case .remove(let number): return ["remove": .integer(number)]
    case .token(let key):
      guard let record = store.tokens[key] else { return nil }
      return [
        "token": [
          "key": value(of: key), "object": .integer(record.object), "identifier": .string(record.identifier),
          "digest": .string(String(record.digest, radix: 16)), "expires": .integer(record.expires),
        ]
      ]
    case .setting(let key):
      return ["setting": ["key": value(of: key), "value": store.settings[key].map { .object($0) } ?? .null]]
    case .sequence(let key): return ["sequence": ["key": value(of: key), "number": .integer(store.sequences[key] ?? 0)]]
    }
  }

  private static func value(of key: CloudStore.ObjectKey) -> PropertyValue {
    [.string(key.type), .string(key.scope.partition), .string(key.scope.account), .string(key.scope.region), .string(key.name)]
  }

  private static func value(of object: CloudObject, _ store: CloudStore) -> PropertyObject {
    var attributes = object.attributes
    for name in ProfileCache.known(object.type)?.sensitive ?? [] { attributes[name] = nil }
    var result: PropertyObject = [
      "account": .string(object.scope.account), "attributes": .object(attributes), "changed": .integer(object.changedAt),
      "created": .integer(object.createdAt), "id": .string(object.identifier), "inputs": .object(object.inputs),
      "number": .integer(object.number), "operation": .integer(object.operation), "partition": .string(object.scope.partition),
      "phase": .integer(object.phase.rawValue), "ready": .integer(object.readyAt), "region": .string(object.region),
      "revision": .integer(object.revision), "scope": .string(object.scope.region), "type": .string(object.type),
    ]
    if let token = object.token { result["token"] = .string(token) }
    if let moment = object.deletedAt { result["deleted"] = .integer(moment) }
    if !object.references.isEmpty {
      result["references"] = .array(object.references.map { [.integer($0.target), .string($0.property)] })
    }
    return result
  }

  /// Repeats a change; answers whether it was understood.
  static func apply(_ value: PropertyValue, to store: inout CloudStore) -> Bool {
    if let document = value["put"]?.objectValue { return put(document, to: &store) }
    if let number = value["remove"]?.integerValue {
      guard let object = store.objects[number], let profile = try? store.profile(object.type) else { return store.objects[number] == nil }
      store.remove(object, profile)
      return true
    }
    if let token = value["token"], let key = key(token["key"]), let object = token["object"]?.integerValue,
      let identifier = token["identifier"]?.stringValue, let digest = token["digest"]?.stringValue.flatMap({ UInt64($0, radix: 16) }),
      let expires = token["expires"]?.integerValue
    {
      store.tokens[key] = CloudStore.TokenRecord(object: object, identifier: identifier, digest: digest, expires: expires)
      return true
    }
    if let sequence = value["sequence"], let key = key(sequence["key"]), let number = sequence["number"]?.integerValue {
      store.sequences[key] = number
      return true
    }
    if let setting = value["setting"], let key = key(setting["key"]) {
      store.settings[key] = setting["value"]?.objectValue
      return true
    }
    if let counter = value["counter"]?.integerValue {
      store.counter = max(store.counter, counter)
      return true
    }
    return false
  }

  private static func key(_ value: PropertyValue?) -> CloudStore.ObjectKey? {
    guard let parts = value?.arrayValue?.compactMap(\.stringValue), parts.count == 5 else { return nil }
    return CloudStore.ObjectKey(
      type: parts[0], scope: CloudScope(partition: parts[1], account: parts[2], region: parts[3]), name: parts[4])
  }

  private static func put(_ document: PropertyObject, to store: inout CloudStore) -> Bool {
    guard let number = document["number"]?.integerValue, let type = document.text("type"), let identifier = document.text("id"),
      let account = document.text("account"), let partition = document.text("partition"), let region = document.text("region"),
      let scopeRegion = document.text("scope"), let inputs = document["inputs"]?.objectValue,
      let attributes = document["attributes"]?.objectValue, let created = document["created"]?.integerValue,
      let changed = document["changed"]?.integerValue, let ready = document["ready"]?.integerValue,
      let phase = document["phase"]?.integerValue.flatMap(CloudObject.Phase.init(rawValue:)), let profile = try? store.profile(type)
    else { return false }
    var object = CloudObject(
      number: number, type: type, scope: CloudScope(partition: partition, account: account, region: scopeRegion), region: region,
      identifier: identifier, inputs: inputs, attributes: attributes, createdAt: created, changedAt: changed, readyAt: ready)
    object.phase = phase
    object.deletedAt = document["deleted"]?.integerValue
    object.operation = document["operation"]?.integerValue ?? number
    object.token = document["token"]?.stringValue
    object.revision = document["revision"]?.integerValue ?? 0
    object.references = (document["references"]?.arrayValue ?? []).compactMap { pair in
      guard let parts = pair.arrayValue, parts.count == 2, let target = parts[0].integerValue, let property = parts[1].stringValue else {
        return nil
      }
      return CloudReference(target: target, property: property)
    }
    store.restoreSecrets(of: &object, profile)
    store.counter = max(store.counter, number, object.operation)
    store.put(object, profile)
    return true
  }
}

extension CloudStore {
  /// Makes the generated secrets of an object again; they follow from the seed and its number.
  func restoreSecrets(of object: inout CloudObject, _ profile: TypeProfile) {
    guard !profile.sensitive.isEmpty else { return }
    var context = AttributeContext(
      scope: object.scope, region: object.region, now: object.createdAt, random: CloudRandom(seed: seed, salt: 0), inputs: object.inputs)
    context.attributes = object.attributes
    for (index, attribute) in profile.attributes.enumerated() where profile.sensitive.contains(attribute.path[0]) {
      if let condition = attribute.condition, !Self.isGiven(object.inputs[condition]) { continue }
      context.random = CloudRandom(seed: seed, salt: UInt64(object.number) &* 4096 &+ UInt64(index) &+ 1)
      object.attributes.set(attribute.maker.value(in: &context), at: attribute.path)
    }
  }
}
