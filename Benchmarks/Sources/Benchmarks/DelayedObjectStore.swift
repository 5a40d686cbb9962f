import StrataDeployment
import Synchronization

/// Objects in this process, each request of which takes its time.
final class DelayedObjectStore: ObjectStore {
  private struct State {
    var objects: [String: (bytes: [UInt8], tag: Int)] = [:]
    var tag = 0
  }

  private let state = Mutex(State())
  private let milliseconds: Int
  let location = "memory://bench"

  init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// How many objects were written.
  var writeCount: Int { state.withLock { $0.tag } }

  func read(_ key: String) async throws(ObjectStoreError) -> StoredObject? {
    await pause()
    return state.withLock { $0.objects[key].map { StoredObject(bytes: $0.bytes, tag: String($0.tag), age: 0) } }
  }

  func write(_ bytes: [UInt8], to key: String, if condition: WriteCondition) async throws(ObjectStoreError) -> String {
    await pause()
    let tag = state.withLock { state -> Int? in
      let present = state.objects[key]?.tag
      switch condition {
      case .absent: guard present == nil else { return nil }
      case .tag(let tag): guard present.map(String.init) == tag else { return nil }
      }
      state.tag += 1
      state.objects[key] = (bytes, state.tag)
      return state.tag
    }
    guard let tag else { throw ObjectStoreError(.conditionFailed, "the condition does not hold") }
    return String(tag)
  }

  func list(_ folder: String, after start: String?) async throws(ObjectStoreError) -> [ListedObject] {
    await pause()
    return state.withLock { state in
      state.objects.filter { $0.key.hasPrefix(folder) && $0.key > start ?? "" }.sorted { $0.key < $1.key }
        .map { ListedObject(key: $0.key, size: $0.value.bytes.count, writtenAt: 0) }
    }
  }

  func remove(_ keys: [String]) async throws(ObjectStoreError) {
    await pause()
    state.withLock { state in for key in keys { state.objects[key] = nil } }
  }

  private func pause() async { try? await Task.sleep(for: .milliseconds(milliseconds)) }
}
