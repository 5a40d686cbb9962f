import Foundation
import StrataModel
import StrataPlanning
import Testing

@testable import StrataDeployment

/// Damaged files of every kind: no crash, no hang, nothing taken for what it is not, and a message that says what to do.
///
/// `.ci/check-files` tries a million inputs of each kind.
@Suite("Files under fire")
struct FilesUnderFireTests {
  private func each(_ kind: UInt64, _ body: (inout Mutation, Int) throws -> Void) rethrows {
    for number in 0..<StoredDocuments.inputCount {
      var mutation = Mutation(seed: StoredDocuments.seed &* 1_000_003 &+ kind &* 0x1_0000_0000 &+ UInt64(number))
      try body(&mutation, number)
    }
  }

  @Test("A damaged state file is refused, or is what was written")
  func snapshots() async throws {
    let snapshots = try await StoredDocuments.make().snapshots
    let files = snapshots.map(\.fileBytes)
    each(1) { mutation, number in
      let index = number % files.count
      let bytes = mutation.damaged(files[index], other: files[(index + 1) % files.count])
      do throws(CodingFailure) {
        let read = try StateSnapshot(fileBytes: bytes)
        #expect(snapshots.contains(read), "input \(number)")
      } catch {
        #expect(!error.message.isEmpty, "input \(number)")
      }
    }
  }

  @Test("A state file that bears a fitting checksum is read completely or refused, and what is read can be written and continued")
  func forgedSnapshots() async throws {
    let documents = try await StoredDocuments.make()
    let files = documents.snapshots.map(\.fileBytes)
    var readCount = 0
    each(2) { mutation, number in
      let index = number % files.count
      // The checksum stands between the quotation marks at 11 and 75.
      let body = mutation.damaged(Array(files[index].dropFirst(76)), other: files[(index + 1) % files.count])
      let forged = Array("{\"digest\":\"\(Digest.hexadecimal(ofBytes: body[...]))\"".utf8) + body
      do throws(CodingFailure) {
        let read = try StateSnapshot(fileBytes: forged)
        readCount += 1
        #expect((try? StateSnapshot(fileBytes: read.fileBytes)) == read, "input \(number)")
        var fold = StateFold(read)
        for (offset, entry) in documents.entries.enumerated() {
          var entry = entry
          entry.sequence = read.serial + 1 + offset
          try? fold.apply(entry)
        }
        _ = fold.snapshot.fileBytes
      } catch {
        #expect(!error.message.isEmpty, "input \(number)")
      }
    }
    #expect(readCount > 0)
  }

  @Test("A damaged journal is refused, or ends before its last write: nothing in the middle is lost silently")
  func journals() async throws {
    let documents = try await StoredDocuments.make()
    let folder = TemporaryFolder()
    let start = StateSnapshot(lineage: "lineage", environment: "test", engine: "1.0.0")
    let backend = LocalStateBackend(directory: folder.path, environment: "test")
    let lease = try await backend.lock(as: World.owner)
    try await lease.initialize(start)
    var states: [StateSnapshot] = [start]
    for entry in documents.entries {
      _ = try await lease.append([entry])
      states.append(try (states.last ?? start).folding([entry]))
    }
    await lease.release()
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/journal")))
    let last = states.count - 1
    let memory = OneFileSystem(snapshot: start.fileBytes)
    let files = LocalStateFiles(directory: "d", environment: "test", fileSystem: memory)
    each(3) { mutation, number in
      let bytes = mutation.damaged(whole, other: whole)
      memory.journal = bytes
      do throws(StateError) {
        let read = try files.read(StateCodec())
        let serial = read?.snapshot.serial ?? -1
        #expect(states.indices.contains(serial) && read?.snapshot == states[serial], "input \(number)")
        // Only what a crash does passes: a cut, or rubbish, after which nothing intact stands.
        if serial < last { #expect(Self.isTornTail(bytes, whole, after: serial), "input \(number)") }
      } catch {
        #expect([.corrupted, .newerFormat].contains(error.code), "input \(number)")
        #expect(error.message.contains("journal") && error.message.hasSuffix("."), "input \(number)")
      }
    }
  }

  /// Whether the frames of entries up to a number stand unchanged at the beginning, and no intact frame after them.
  private static func isTornTail(_ bytes: [UInt8], _ whole: [UInt8], after serial: Int) -> Bool {
    let scan = JournalFrame.scan(whole)
    let end = serial == 0 && !bytes.starts(with: whole.prefix(scan.payloads[0].upperBound)) ? 0 : scan.payloads[serial].upperBound
    guard bytes.starts(with: whole.prefix(end)) else { return false }
    return JournalFrame.intactPayloads(Array(bytes.dropFirst(end))).payloads.isEmpty
  }

  @Test("Entries with fitting checksums and any content are read or refused")
  func forgedEntries() async throws {
    let documents = try await StoredDocuments.make()
    let start = StateSnapshot(lineage: "lineage", environment: "test", engine: "1.0.0")
    let lines = documents.entries.map { Array(JSONWriter.text(of: $0.json).utf8) }
    let memory = OneFileSystem(snapshot: start.fileBytes)
    let files = LocalStateFiles(directory: "d", environment: "test", fileSystem: memory)
    let header = JournalFrame.encode([["engine": "1.0.0", "environment": "test", "format": 1, "lineage": "lineage"]])
    each(4) { mutation, number in
      let position = number % lines.count
      let line = mutation.damaged(lines[position], other: lines[(position + 7) % lines.count])
      let before = JournalFrame.encode(Array(lines[..<position].joined(separator: [UInt8(ascii: "\n")])))
      memory.journal = header + before + JournalFrame.encode(line)
      do throws(StateError) {
        let read = try files.read(StateCodec())
        if let state = read?.snapshot {
          #expect((try? StateSnapshot(fileBytes: state.fileBytes)) == state, "input \(number): \(String(decoding: line, as: UTF8.self))")
        }
      } catch {
        #expect([.corrupted, .newerFormat].contains(error.code), "input \(number)")
      }
      if let log = try? LogObject(bytes: JournalFrame.encode(line)) { _ = log.bytes }
    }
  }

  @Test("A damaged log object, lock or seal is refused with a message")
  func remoteObjects() async throws {
    let documents = try await StoredDocuments.make()
    let log = LogObject(lineage: "l", environment: "test", engine: "1", epoch: 3, nonce: "n", entries: Array(documents.entries.prefix(6)))
    let record = LeaseRecord(
      epoch: 4, status: .held, nonce: "nonce", owner: LockOwner(principal: "p", host: "h", process: 1, command: "c", since: 9, url: "u"),
      ttl: 60)
    let key = StateKey(bytes: [UInt8](repeating: 9, count: 32), wrapped: .passphrase(salt: [1, 2, 3], cost: 4))
    let codec = StateCodec(key: key)
    let sealed = try codec.encode(entries: log.bytes, first: 1, of: documents.snapshots[0].identity)
    each(5) { mutation, number in
      let damagedLog = mutation.damaged(log.bytes, other: sealed)
      if let read = try? LogObject(bytes: damagedLog) { #expect(read.bytes == log.bytes, "input \(number)") }
      let damagedSeal = mutation.damaged(sealed, other: log.bytes)
      if let (content, _) = try? codec.entries(damagedSeal[...], of: documents.snapshots[0].identity), Seal.isSeal(damagedSeal[...]) {
        #expect(Array(content) == log.bytes, "input \(number)")
      }
      do throws(ObjectStoreError) {
        let read = try LeaseRecord(bytes: mutation.damaged(record.bytes, other: log.bytes), at: "place")
        #expect(LeaseDecision.make(StoredLease(record: read, revision: "r", age: 30)) != .take(epoch: 0, replacing: nil, needsFence: false))
      } catch {
        #expect(error.message.contains("place"), "input \(number)")
      }
    }
  }

  @Test("A damaged plan file is refused, or is what was written")
  func planFiles() async throws {
    let plans = try await StoredDocuments.make().plans
    let files = plans.map { Array(PlanFile.text(of: $0).utf8) }
    each(6) { mutation, number in
      let index = number % files.count
      do throws(PlanFileError) {
        let read = try PlanFile.plan(in: mutation.damaged(files[index], other: files[(index + 1) % files.count]), engine: "1.0.0")
        #expect(plans.contains { $0.digest == read.digest }, "input \(number)")
      } catch {
        #expect(!error.message.isEmpty && error.remedy != "", "input \(number)")
      }
    }
  }

  @Test("A plan file with fitting checksums and any content is read or refused, and what is read can be shown")
  func forgedPlans() async throws {
    let plans = try await StoredDocuments.make().plans
    let bodies = try plans.map { plan -> [UInt8] in
      let file = try JSONReader.value(of: Array(PlanFile.text(of: plan).utf8))
      return Array(JSONWriter.text(of: file["plan"] ?? .null).utf8)
    }
    each(7) { mutation, number in
      let index = number % bodies.count
      let body = mutation.damaged(bodies[index], other: bodies[(index + 1) % bodies.count])
      guard let value = try? JSONReader.value(of: body) else { return }
      let text = JSONWriter.text(of: value)
      var digest = "0"
      // The digest leaves positions out, so it is asked of the reader: a wrong one names no other fault.
      for _ in 0..<2 {
        let file = "{\"kind\":\"strata-plan\",\"checksum\":\"\(Digest.hexadecimal(text))\",\"digest\":\"\(digest)\",\"plan\":\(text)}\n"
        do throws(PlanFileError) {
          let read = try PlanFile.plan(in: Array(file.utf8), engine: "1.0.0")
          _ = read.report
          _ = read.counts
          break
        } catch {
          #expect(!error.message.isEmpty, "input \(number)")
          digest = plans[index].digest
        }
      }
    }
  }
}

/// A snapshot and a journal in memory, and nothing else.
final class OneFileSystem: FileSystem, @unchecked Sendable {
  // One test uses it, on one task.
  var journal: [UInt8] = []
  private let snapshot: [UInt8]

  init(snapshot: [UInt8]) { self.snapshot = snapshot }

  func read(_ path: String) throws(FileFailure) -> [UInt8]? {
    path.hasSuffix("/journal") ? journal : path.hasSuffix("/state.json") ? snapshot : nil
  }
  func facts(_ path: String) throws(FileFailure) -> FileFacts? { nil }
  func createDirectory(_ path: String) throws(FileFailure) {}
  func open(_ path: String, truncating: Bool, mode: UInt32) throws(FileFailure) -> FileDescriptor { FileDescriptor(number: -1) }
  func close(_ descriptor: FileDescriptor) {}
  func write(_ bytes: [UInt8], to descriptor: FileDescriptor, at offset: Int) throws(FileFailure) {}
  func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileFailure) {}
  func synchronize(_ descriptor: FileDescriptor) throws(FileFailure) {}
  func synchronizeDirectory(_ path: String) throws(FileFailure) {}
  func rename(_ path: String, to destination: String) throws(FileFailure) {}
  func link(_ path: String, to destination: String) throws(FileFailure) {}
  func remove(_ path: String) throws(FileFailure) {}
  func list(_ path: String) throws(FileFailure) -> [String] { [] }
  func lock(_ descriptor: FileDescriptor) throws(FileFailure) -> Bool { true }
}
