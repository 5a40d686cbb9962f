import ResourceCatalog
import StrataDeployment
import StrataModel

/// The simulated accounts: all objects with their indices, and the operations on them; plain, synchronous and deterministic.
///
/// Every operation takes the moment at which it happens. What an operation changes is gathered in `changes`, for whoever persists it.
struct CloudStore: Sendable {
  let seed: UInt64
  let realism: Realism
  let delayPerMille: Int
  /// Whether a text may not stand for a number, and so on.
  let exactTypes: Bool
  /// Whether quotas hold that AWS raises on request.
  var enforcesQuotas = false

  var objects: [Int: CloudObject] = [:]
  /// Rises with every object and every operation under way; never goes back.
  var counter = 0
  /// Identifiers and other names, by type and scope.
  var keys: [ObjectKey: Int] = [:]
  /// Identifiers and ARNs that need no scope to be unique.
  var handles: [String: Int] = [:]
  /// Who refers to an object.
  var users: [Int: Set<Int>] = [:]
  var byType: [TypeKey: Set<Int>] = [:]
  var occupied: [OccupancyKey: Int] = [:]
  var tokens: [ObjectKey: TokenRecord] = [:]
  /// The revisions of ECS task definition families and the versions of Lambda functions: they count on after deletes.
  var sequences: [ObjectKey: Int] = [:]
  /// What calls have set that is no object: settings of accounts and organizations, people in user pools.
  var settings: [ObjectKey: PropertyObject] = [:]
  var rates: [RateKey: RateBucket] = [:]
  private(set) var profiles: [String: TypeProfile] = [:]
  var changes: [CloudLogEntry] = []

  struct ObjectKey: Hashable, Sendable {
    let type: String
    let scope: CloudScope
    let name: String

    /// Names alone tell nearly all keys apart; hashing more costs more than it saves.
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  struct TypeKey: Hashable, Sendable {
    let type: String
    let scope: CloudScope
  }

  struct OccupancyKey: Hashable, Sendable {
    let type: String
    let scope: CloudScope
    let key: Int
    let values: [String]

    func hash(into hasher: inout Hasher) { for value in values { hasher.combine(value) } }
  }

  struct TokenRecord: Sendable {
    var object: Int
    var identifier: String
    var digest: UInt64
    /// Milliseconds since 1970.
    var expires: Int
  }

  struct RateKey: Hashable, Sendable {
    let type: String
    let scope: CloudScope
  }

  struct RateBucket: Sendable {
    var tokens: Double
    var at: Int
  }

  init(seed: UInt64, realism: Realism, delayPerMille: Int, exactTypes: Bool) {
    self.seed = seed
    self.realism = realism
    self.delayPerMille = delayPerMille
    self.exactTypes = exactTypes
  }

  // MARK: Looking things up

  /// The profile of a type; made on first use.
  mutating func profile(_ type: String) throws(ProviderError) -> TypeProfile {
    if let known = profiles[type] { return known }
    guard let schema = ResourceCatalog.aws.type(type) else {
      throw ProviderError(
        .unsupported, "There is no resource type '\(type)'. Check the spelling, or regenerate the catalogue if the type is new.",
        serviceCode: "TypeNotFoundException")
    }
    let made = ProfileCache.profile(type, schema)
    profiles[type] = made
    return made
  }

  func scope(_ placement: Placement, _ profile: TypeProfile) -> CloudScope { CloudScope(placement, isGlobal: profile.isGlobal) }

  /// The object with an identifier or another name.
  func object(_ type: String, _ scope: CloudScope, named name: String) -> CloudObject? {
    keys[ObjectKey(type: type, scope: scope, name: name)].flatMap { objects[$0] }
  }

  /// The objects of a type in a scope, in the order of their creation.
  func objects(of type: String, in scope: CloudScope) -> [CloudObject] {
    (byType[TypeKey(type: type, scope: scope)] ?? []).sorted().compactMap { objects[$0] }
  }

  func count(of type: String, in scope: CloudScope) -> Int { byType[TypeKey(type: type, scope: scope)]?.count ?? 0 }

  /// The objects of some types that refer to an object, in the order of their creation.
  func users(of number: Int, types: Set<String>) -> [CloudObject] {
    (users[number] ?? []).sorted().compactMap { objects[$0] }.filter { types.contains($0.type) }
  }

  // MARK: Keeping objects and their indices

  /// Adds an object, or replaces what stands under its number.
  mutating func put(_ object: CloudObject, _ profile: TypeProfile) {
    if let old = objects[object.number] { removeIndices(of: old, profile) }
    objects[object.number] = object
    addIndices(of: object, profile)
    changes.append(.put(object.number))
  }

  /// Removes an object for good.
  mutating func remove(_ object: CloudObject, _ profile: TypeProfile) {
    removeIndices(of: object, profile)
    objects[object.number] = nil
    users[object.number] = nil
    changes.append(.remove(object.number))
  }

  mutating func addIndices(of object: CloudObject, _ profile: TypeProfile) {
    byType[TypeKey(type: object.type, scope: object.scope), default: []].insert(object.number)
    keys[ObjectKey(type: object.type, scope: object.scope, name: object.identifier)] = object.number
    for path in profile.handles {
      guard let text = object.attributes.value(at: path)?.stringValue ?? object.inputs.value(at: path)?.stringValue else { continue }
      let key = ObjectKey(type: object.type, scope: object.scope, name: text)
      if keys[key] == nil || path == ["Family"] { keys[key] = object.number }
      if text.hasPrefix("arn:") || ReferenceWalker.isPlainIdentifier(text), handles[text] == nil { handles[text] = object.number }
    }
    for key in occupancyKeys(of: object.properties, profile) {
      occupied[OccupancyKey(type: object.type, scope: object.scope, key: key.index, values: key.values)] = object.number
    }
    for reference in object.references { users[reference.target, default: []].insert(object.number) }
  }

  mutating func removeIndices(of object: CloudObject, _ profile: TypeProfile) {
    byType[TypeKey(type: object.type, scope: object.scope)]?.remove(object.number)
    removeKey(ObjectKey(type: object.type, scope: object.scope, name: object.identifier), object.number)
    for path in profile.handles {
      guard let text = object.attributes.value(at: path)?.stringValue ?? object.inputs.value(at: path)?.stringValue else { continue }
      removeKey(ObjectKey(type: object.type, scope: object.scope, name: text), object.number)
      if handles[text] == object.number { handles[text] = nil }
    }
    for key in occupancyKeys(of: object.properties, profile) {
      let full = OccupancyKey(type: object.type, scope: object.scope, key: key.index, values: key.values)
      if occupied[full] == object.number { occupied[full] = nil }
    }
    for reference in object.references { users[reference.target]?.remove(object.number) }
  }

  private mutating func removeKey(_ key: ObjectKey, _ number: Int) {
    if keys[key] == number { keys[key] = nil }
  }

  /// The keys that an object with these properties holds; a key of which a part is not given is none, but for parts that mean something absent.
  func occupancyKeys(of properties: PropertyObject, _ profile: TypeProfile) -> [(index: Int, values: [String])] {
    guard !profile.occupancy.isEmpty else { return [] }
    var keys: [(Int, [String])] = []
    for (index, occupancy) in profile.occupancy.enumerated() where occupancy.condition.map({ properties[$0] != nil }) ?? true {
      var rows: [[String]] = [[]]
      for path in occupancy.paths {
        var texts: [String] = []
        if path.contains("*") {
          PropertyValue.object(properties).forEach(at: path[...]) { if let text = $0.scalarText { texts.append(text) } }
        } else if let text = properties.value(at: path)?.scalarText {
          texts = [text]
        } else if Self.optionalParts.contains(path[0]) {
          texts = [""]
        }
        rows = rows.flatMap { row in texts.map { row + [$0] } }
        if rows.isEmpty { break }
      }
      keys += rows.map { (index, $0) }
    }
    return keys
  }

  /// Parts of keys whose absence is a value: ports of all protocols, the direction of a network ACL entry, the default event bus.
  private static let optionalParts: Set<String> = ["FromPort", "ToPort", "Egress", "EventBusName", "SetIdentifier", "CustomSuffix"]
}
