import Synchronization

@testable import StrataDeployment

/// An object store in the process, with conditional writes, a clock of its own, and trouble on demand.
final class FakeObjectStore: ObjectStore {
  /// What becomes of one request.
  enum Fault: Hashable {
    /// It is refused before it is executed.
    case refused(ObjectStoreError.Code)
    /// It is executed, and its answer does not arrive.
    case answerLost
    /// Somebody else's object appears just before it.
    case overtaken([UInt8])
    /// The process is cut off from now on; nothing of this request is executed.
    case offline
  }

  private struct State {
    var objects: [String: (bytes: [UInt8], tag: Int, writtenAt: Int)] = [:]
    var tag = 0
    var requests = 0
    var writes: [String] = []
    var removed: [String] = []
    var faults: [Int: Fault] = [:]
    var isOffline = false
  }

  private let state = Mutex(State())
  let clock: ManualClock
  let location = "fake://place/test"

  init(_ clock: ManualClock) { self.clock = clock }

  /// Lets requests fail, counted from the next one as 0.
  func inject(_ faults: [Int: Fault]) {
    state.withLock { state in for (offset, fault) in faults { state.faults[state.requests + offset] = fault } }
  }
  func setOffline(_ isOffline: Bool) { state.withLock { $0.isOffline = isOffline } }
  var keys: [String] { state.withLock { $0.objects.keys.sorted() } }
  var writes: [String] { state.withLock { $0.writes } }
  var requests: Int { state.withLock { $0.requests } }
  func bytes(_ key: String) -> [UInt8]? { state.withLock { $0.objects[key]?.bytes } }
  func set(_ key: String, _ bytes: [UInt8]?) {
    let now = clock.seconds()
    state.withLock { state in
      state.tag += 1
      state.objects[key] = bytes.map { ($0, state.tag, now) }
    }
  }

  private func enter() throws(ObjectStoreError) -> Fault? {
    let (fault, isOffline) = state.withLock { state -> (Fault?, Bool) in
      defer { state.requests += 1 }
      let fault = state.faults.removeValue(forKey: state.requests)
      if fault == .offline { state.isOffline = true }
      return (fault, state.isOffline)
    }
    if isOffline { throw ObjectStoreError(.notSent, "the network is gone") }
    if case .refused(let code) = fault { throw ObjectStoreError(code, "injected") }
    return fault
  }

  func read(_ key: String) async throws(ObjectStoreError) -> StoredObject? {
    if try enter() == .answerLost { throw ObjectStoreError(.unknown, "no answer") }
    let now = clock.seconds()
    return state.withLock { $0.objects[key].map { StoredObject(bytes: $0.bytes, tag: "\($0.tag)", age: now - $0.writtenAt) } }
  }

  func write(_ bytes: [UInt8], to key: String, if condition: WriteCondition) async throws(ObjectStoreError) -> String {
    let fault = try enter()
    if case .overtaken(let other) = fault { set(key, other) }
    let now = clock.seconds()
    let tag = state.withLock { state -> Int? in
      let present = state.objects[key]?.tag
      switch condition {
      case .absent: guard present == nil else { return nil }
      case .tag(let tag): guard present.map(String.init) == tag else { return nil }
      }
      state.tag += 1
      state.objects[key] = (bytes, state.tag, now)
      state.writes.append(key)
      return state.tag
    }
    guard let tag else { throw ObjectStoreError(.conditionFailed, "the condition does not hold") }
    if fault == .answerLost { throw ObjectStoreError(.unknown, "no answer") }
    return String(tag)
  }

  func list(_ folder: String, after start: String?) async throws(ObjectStoreError) -> [ListedObject] {
    if try enter() == .answerLost { throw ObjectStoreError(.unknown, "no answer") }
    return state.withLock { state in
      state.objects.filter { $0.key.hasPrefix(folder) && $0.key > start ?? "" }.sorted { $0.key < $1.key }
        .map { ListedObject(key: $0.key, size: $0.value.bytes.count, writtenAt: $0.value.writtenAt) }
    }
  }

  func remove(_ keys: [String]) async throws(ObjectStoreError) {
    _ = try enter()
    state.withLock { state in
      for key in keys { state.objects[key] = nil }
      state.removed += keys
    }
  }
}
