public import StrataDeployment
public import StrataModel
import Synchronization

extension EmbeddedCloud {
  /// An object, for tests and for looking around: no lag, no shuffling, and nothing hidden but write-only values.
  public struct Inspected: Sendable, Hashable {
    public var type: String
    public var scope: CloudScope
    /// The region in which it was made; for a global service the caller's.
    public var region: String
    public var identifier: String
    public var properties: PropertyObject
    /// Until when a deleted object is kept (seconds since 1970).
    public var pendingDeletionUntil: Int?
  }

  /// All objects of all accounts, in the order of their creation.
  public var objects: [Inspected] {
    state.withLock { state in
      let now = options.clock.now()
      return state.store.objects.keys.sorted().compactMap { number in
        guard let object = state.store.objects[number] else { return nil }
        if object.phase == .deleting, object.readyAt <= now { return nil }
        if object.phase == .pendingDeletion, (object.deletedAt ?? 0) <= now { return nil }
        return Inspected(
          type: object.type, scope: object.scope, region: object.region, identifier: object.identifier, properties: object.properties,
          pendingDeletionUntil: object.phase == .pendingDeletion ? (object.deletedAt ?? 0) / 1000 : nil)
      }
    }
  }

  /// How many objects stand, by type.
  public var counts: [String: Int] { objects.reduce(into: [:]) { $0[$1.type, default: 0] += 1 } }

  /// Whether nothing stands but what waits for its deletion.
  public var isEmpty: Bool { objects.allSatisfy { $0.pendingDeletionUntil != nil } }

  /// The calls so far, in order.
  public var operations: [CloudOperation] { state.withLock { $0.operations } }

  /// Starts or stops keeping the record of calls; a cloud in memory keeps it from the start.
  public func recordOperations(_ records: Bool) {
    state.withLock { state in
      state.recordsOperations = records
      if !records { state.operations.removeAll() }
    }
  }

  /// Sets a property of an object behind everybody's back, as a person in the console does; or an attribute, as its service does.
  ///
  /// - Throws: ``ProviderError`` with the code `notFound` when there is no such object.
  public func tamper(_ target: ObjectTarget, with properties: PropertyObject) throws(ProviderError) {
    try change(target) { object, profile, store throws(ProviderError) in
      var object = object
      for field in properties.fields {
        // What nobody set is the service's own value.
        if object.inputs[field.key] == nil, object.attributes[field.key] != nil {
          object.attributes[field.key] = field.value
        } else {
          object.inputs[field.key] = field.value == .null ? nil : field.value
        }
      }
      store.put(object, profile)
    }
  }

  /// Changes an object without a call: what is not part of any API.
  func change(
    _ target: ObjectTarget, _ body: (CloudObject, TypeProfile, inout CloudStore) throws(ProviderError) -> Void
  ) throws(ProviderError) {
    let now = options.clock.now()
    let failure = state.withLock { state -> ProviderError? in
      do throws(ProviderError) {
        try state.beginWriting()
        defer { state.endWriting() }
        let profile = try state.store.profile(target.type)
        try body(try state.store.current(target, profile, now), profile, &state.store)
        try state.commit()
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }
}
