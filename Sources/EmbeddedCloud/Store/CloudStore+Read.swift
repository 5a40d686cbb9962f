import ResourceCatalog
import StrataDeployment
import StrataModel

extension CloudStore {
  /// The object as its service shows it.
  mutating func read(_ target: ObjectTarget, at now: Int) throws(ProviderError) -> ObjectDescription {
    let profile = try profile(target.type)
    let object = try current(target, profile, now)
    if realism.lagsReads, now < object.createdAt + lag(of: object, profile, limit: profile.readLag) {
      throw CloudErrors.notFound(profile.name, target.identifier)
    }
    return describe(object, profile, now, lags: true)
  }

  /// How long something stays unseen, in milliseconds: half of all objects are seen at once, the others later.
  func lag(of object: CloudObject, _ profile: TypeProfile, limit: Int) -> Int {
    var random = CloudRandom(seed: seed ^ 0x1A6, salt: UInt64(object.number) &* 7 &+ UInt64(object.revision))
    guard random.happens(perMille: 500) else { return 0 }
    return random.below(limit) * realism.lagPerMille / 1000
  }

  /// The object in the form of an answer; the answer of a change itself shows the new values.
  mutating func describe(_ object: CloudObject, _ profile: TypeProfile, _ now: Int, lags: Bool = false) -> ObjectDescription {
    var properties = object.properties
    if lags, realism.lagsReads, let previous = object.previous, object.revision > 0,
      now < object.changedAt + lag(of: object, profile, limit: profile.readLag)
    {
      properties = previous
    }
    for key in profile.hiddenKeyParts { properties[key] = nil }
    if realism.addsDefaults {
      for (key, value) in profile.defaults where properties[key] == nil { properties[key] = value }
      for field in properties.fields where field.value == .array([]) || field.value == .object(PropertyObject()) {
        properties[field.key] = nil
      }
    }
    if realism.shufflesLists {
      for key in profile.unordered {
        guard var elements = properties[key]?.arrayValue, elements.count > 1 else { continue }
        var random = CloudRandom(seed: seed ^ 0x5FF1E, salt: UInt64(object.number) &* 31 &+ UInt64(object.revision))
        for index in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(index, random.below(index + 1)) }
        properties[key] = .array(elements)
      }
    }
    if realism.reformatsDocuments {
      for key in profile.documents {
        if let document = properties[key] { properties[key] = DocumentForms.reformatted(document) }
      }
    }
    return ObjectDescription(
      identifier: object.identifier, properties: properties,
      pendingDeletionUntil: object.phase == .pendingDeletion ? (object.deletedAt ?? 0) / 1000 : nil)
  }

  /// The objects that match, as far as the API can search.
  mutating func find(_ query: ObjectQuery, at now: Int) throws(ProviderError) -> [ObjectDescription] {
    let profile = try profile(query.type)
    let scope = scope(query.placement, profile)
    if profile.behavior.apiClass == .none {
      throw ProviderError(.unsupported, "\(query.type) cannot be listed", serviceCode: "UnsupportedActionException")
    }
    var candidates = objects(of: query.type, in: scope)
    var wanted: PropertyObject?
    switch query.filter {
    case .all: break
    case .tag:
      guard profile.schema.isTaggable, profile.tagProperty != nil else {
        throw ProviderError(
          .unsupported, "\(query.type) cannot be searched by tag: it takes none", serviceCode: "UnsupportedActionException")
      }
    case .properties(let properties): wanted = properties
    case .callerReference(let reference):
      guard profile.behavior.apiClass == .refusedToken else {
        throw ProviderError(
          .unsupported, "\(query.type) cannot be searched by a caller's reference: it takes none", serviceCode: "UnsupportedActionException"
        )
      }
      candidates = candidates.filter { $0.token == reference }
    }
    var found: [ObjectDescription] = []
    for candidate in candidates {
      guard let object = expire(candidate, profile, now), object.phase != .deleting || object.readyAt > now else { continue }
      if case .tag(let key, let value) = query.filter, !object.hasTag(key, value, profile) { continue }
      if let wanted, !wanted.fields.allSatisfy({ Self.matches(object, $0) }) { continue }
      if realism.lagsSearches {
        let limit = profile.behavior.settleTime * (query.allowsIndex ? 1000 : 500)
        if now < object.createdAt + lag(of: object, profile, limit: limit) { continue }
      }
      found.append(describe(object, profile, now, lags: true))
    }
    return found
  }

  private static func matches(_ object: CloudObject, _ field: PropertyObject.Field) -> Bool {
    let path = field.key.split(whereSeparator: { $0 == "/" || $0 == "." }).map(String.init)
    guard let value = object.attributes.value(at: path) ?? object.inputs.value(at: path) else { return false }
    return shows(value, field.value)
  }

  /// Whether a value is what is sought, or an object that has all of it.
  private static func shows(_ value: PropertyValue, _ wanted: PropertyValue) -> Bool {
    if let text = value.scalarText, let other = wanted.scalarText { return text == other }
    if case .object(let wanted) = wanted, case .object(let value) = value {
      return wanted.fields.allSatisfy { field in value[field.key].map { shows($0, field.value) } ?? false }
    }
    return value == wanted
  }
}

extension CloudObject {
  /// Whether the object bears a tag.
  func hasTag(_ key: String, _ value: String, _ profile: TypeProfile) -> Bool {
    guard let property = profile.tagProperty, let tags = inputs[property] else { return false }
    switch tags {
    case .object(let map): return map.text(key) == value
    case .array(let list):
      let (keyName, valueName) = profile.tagNames
      return list.contains { $0[keyName]?.stringValue == key && $0[valueName]?.stringValue == value }
    default: return false
    }
  }
}

extension TypeProfile {
  /// How long reads lag behind writes at most, in milliseconds (EC2: seconds; IAM: some seconds more; others: about one).
  var readLag: Int {
    switch service {
    case "AWS::EC2": 4000
    case "AWS::IAM": 8000
    default: 1500
    }
  }

  var tagNames: (String, String) {
    if case .list(let key, let value) = schema.tagForm { return (key, value) }
    return ("Key", "Value")
  }
}
