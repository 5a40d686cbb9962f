import AWSClient
import StrataModel

/// The difference between two sets of tags.
struct TagChange: Sendable, Hashable {
  /// The tags to set, ascending by key.
  var set: [(key: String, value: String)] = []
  /// The keys to remove, ascending.
  var removed: [String] = []

  static func == (left: TagChange, right: TagChange) -> Bool {
    left.removed == right.removed && left.set.elementsEqual(right.set) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(removed) }

  /// Tags in list or map form, as a dictionary.
  static func tags(_ value: PropertyValue?) -> [String: String] {
    var tags: [String: String] = [:]
    for element in value?.arrayValue ?? [] {
      if let key = element["Key"]?.stringValue { tags[key] = element["Value"]?.stringValue ?? "" }
    }
    for field in value?.objectValue?.fields ?? [] { tags[field.key] = field.value.stringValue ?? "" }
    return tags
  }

  /// Tags in list or map form without those whose keys AWS reserves.
  static func withoutReserved(_ tags: PropertyValue) -> PropertyValue {
    switch tags {
    case .array(let elements): .array(elements.filter { $0["Key"]?.stringValue?.hasPrefix("aws:") != true })
    case .object(let map): .object(PropertyObject(map.fields.filter { !$0.key.hasPrefix("aws:") }.map { ($0.key, $0.value) }))
    default: tags
    }
  }

  init(from old: PropertyValue?, to new: PropertyValue?) {
    let before = Self.tags(old)
    let after = Self.tags(new)
    set = after.filter { before[$0.key] != $0.value }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    removed = before.keys.filter { after[$0] == nil }.sorted()
  }
}

extension ResourceCall {
  /// Brings tags from the previous to the desired ones, with the two calls that the service has for it; does nothing when they are equal.
  func updateTags(
    set: ([(key: String, value: String)]) async throws -> Void, remove: ([String]) async throws -> Void
  ) async throws {
    guard let property = tagProperty else { return }
    let change = TagChange(from: previous[property], to: properties[property])
    if !change.removed.isEmpty { try await remove(change.removed) }
    if !change.set.isEmpty { try await set(change.set) }
  }

  /// The desired tags as a list of structures with these member names.
  func tagList(key: String = "Key", value: String = "Value") -> AWSValue? {
    guard let property = tagProperty else { return nil }
    let tags = TagChange.tags(properties[property]).sorted { $0.key < $1.key }
    return tags.isEmpty ? nil : .list(tags.map { .structure([key: .string($0.key), value: .string($0.value)]) })
  }

  /// The desired tags as a map.
  var tagMap: AWSValue? {
    guard let property = tagProperty else { return nil }
    let tags = TagChange.tags(properties[property])
    return tags.isEmpty ? nil : .structure(tags.mapValues { .string($0) })
  }
}

extension AWSValue {
  /// Tags as a list of structures.
  static func tagList(_ tags: [(key: String, value: String)], key: String = "Key", value: String = "Value") -> AWSValue {
    .list(tags.map { .structure([key: .string($0.key), value: .string($0.value)]) })
  }

  /// Tags as a map.
  static func tagMap(_ tags: [(key: String, value: String)]) -> AWSValue {
    .structure(Dictionary(tags.map { ($0.key, AWSValue.string($0.value)) }) { _, later in later })
  }

  static func strings(_ texts: [String]) -> AWSValue { .list(texts.map { .string($0) }) }
}
