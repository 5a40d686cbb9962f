/// What was read of the outside world before planning; planning itself reads nothing.
public struct Observations: Sendable, Hashable {
  /// What a read of an object found.
  public enum Read: Sendable, Hashable {
    /// The object with all its readable properties, read-only ones among them.
    case found(properties: PropertyObject)
    /// No such object.
    case missing
  }

  /// Fresh reads of recorded objects: all of them with `--refresh`, none otherwise.
  public var reads: [InstanceID: Read] = [:]

  /// What state shall record of the objects whose attributes a read shows otherwise than state has them.
  public var baselines: [InstanceID: JournalEntry.Baseline] = [:]

  /// Reads of the objects that declarations adopt, by the declaration's address.
  public var adoptions: [ResourceAddress: Read] = [:]

  /// Results of the lookups that the graph was made with.
  public var lookups: [String: PropertyValue] = [:]

  /// The keyed digests of the secrets' present texts, as far as their sources could be read.
  public var secretDigests: [SecretSource: String] = [:]

  /// When planning began, in seconds since 1970; 0 when it shall not matter.
  ///
  /// Part of no digest.
  public var time: Int = 0

  /// Creates observations of nothing.
  public init() {}
}

extension Observations {
  /// The digest of all that was observed, without the time.
  public var digest: String {
    if reads.isEmpty, adoptions.isEmpty, lookups.isEmpty, secretDigests.isEmpty { return "" }
    var document = PropertyObject()
    document["reads"] = .object(PropertyObject(reads.sorted { $0.key < $1.key }.map { ($0.key.text, $0.value.document) }))
    document["adoptions"] = .object(PropertyObject(adoptions.sorted { $0.key < $1.key }.map { ($0.key.path, $0.value.document) }))
    document["lookups"] = .object(PropertyObject(lookups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    let digests = secretDigests.map { ("\($0.key.kind.rawValue) \($0.key.name)", PropertyValue.string($0.value)) }
    document["secrets"] = .object(PropertyObject(digests.sorted { $0.0 < $1.0 }))
    return Digest.hexadecimal(JSONWriter.text(of: .object(document)))
  }
}

extension Observations.Read {
  fileprivate var document: PropertyValue {
    switch self {
    case .found(let properties): .object(properties)
    case .missing: .null
    }
  }
}
