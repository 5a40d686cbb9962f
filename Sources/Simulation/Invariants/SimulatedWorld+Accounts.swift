import StrataDeployment
package import StrataModel
import Synchronization

extension SimulatedWorld {
  /// Checks what must hold whenever nobody runs, also right after a crash: state can be read, every object is known to a record or to an open
  /// operation, every record has its object or an open operation that may have ended it, the lock is free, and no file shows a secret.
  ///
  /// - Parameter isFinal: whether a deployment has converged; before, an object whose deletion goes on by itself may end while state still
  ///   has it, because recovery found it standing.
  /// - Returns: the state, if it can be read.
  @discardableResult
  package func checkAccounts(isFinal: Bool = false) async -> StateSnapshot? {
    if disk.isLocked { report(.heldLock, "the lock is held although no process runs") }
    checkFiles()
    let snapshot: StateSnapshot?
    do throws(StateError) { snapshot = try await readState() } catch {
      report(.state, "state cannot be read: \(error.message)")
      return nil
    }
    state.withLock { $0.lastSnapshot = snapshot }
    let records = snapshot?.records.values.sorted { ($0.address, $0.generation) < ($1.address, $1.generation) } ?? []
    let open = snapshot?.openIntents ?? []
    let (released, taken) = state.withLock { state in
      (state.releasedObjects, isFinal ? state.takenObjects : state.takenObjects.union(state.endingObjects))
    }
    let recorded = Set(records.compactMap(ObjectName.init))
    let accepted = Set(
      open.compactMap { operation in
        operation.accepted?.identifier.map {
          ObjectName(type: operation.intent.type, region: operation.intent.placement.region, identifier: $0)
        }
      })
    var candidates: [String: Int] = [:]
    for operation in open where operation.intent.operation == .create { candidates[operation.intent.type, default: 0] += 1 }
    let standing = Set(objectNames)
    for name in standing.sorted() where !recorded.contains(name) && !accepted.contains(name) && !released.contains(name) {
      // An open create may have made it.
      if let count = candidates[name.type], count > 0 {
        candidates[name.type] = count - 1
        continue
      }
      report(.orphan, "\(name) exists, and neither a record nor an open operation knows it")
    }
    let ending = Set(open.filter { $0.intent.operation == .delete }.map(\.intent.instance))
    for record in records {
      guard let name = ObjectName(record), !standing.contains(name), !taken.contains(name), !ending.contains(record.instance) else {
        continue
      }
      // An action is no object; whether its effect stands is asked at the end.
      if record.isAction { continue }
      if case .pendingDeletion = record.status { continue }
      report(.phantom, "state has a record of \(name) (\(record.address)), which does not exist", at: record.address)
    }
    return snapshot
  }

  /// Looks for secrets in every byte of every file.
  private func checkFiles() {
    for content in disk.contents where holdsSecret(content) { report(.secret, "a secret stands in clear in a file") }
  }

  /// Whether bytes hold the text of a secret, present or former.
  func holdsSecret(_ bytes: [UInt8]) -> Bool {
    state.withLock { $0.secrets }.contains { Self.holds(bytes, Array($0.utf8)) }
  }

  private static func holds(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        var index = 0
        let last = bytes.count - needle.count
        while index <= last {
          if bytes[index] == first {
            var length = 1
            while length < needle.count, bytes[index + length] == needle[length] { length += 1 }
            if length == needle.count { return true }
          }
          index += 1
        }
        return false
      }
    }
  }
}
