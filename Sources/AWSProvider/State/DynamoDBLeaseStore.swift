import AWSClient
public import StrataDeployment
import StrataModel
import Synchronization

/// A lease record in one item of a DynamoDB table, whose key is the string `LockID`.
///
/// An item does not know when it was written, so the writer adds the time: the service's, as its last answer told, plus what has passed
/// since. That is at most a few seconds less than the time of the writing.
public struct DynamoDBLeaseStore: LeaseStore {
  private let table: String
  private let lockID: String
  private let environment: String
  private let caller: any StateServiceCaller
  private let clock: any RemoteClock
  private let served = ServedTime()

  /// Creates a store.
  ///
  /// - Parameters:
  ///   - table: the table's name or ARN.
  ///   - location: the state that the lock guards.
  public init(table: String, location: S3StateLocation, caller: any StateServiceCaller, clock: any RemoteClock = SystemRemoteClock()) {
    self.table = table
    lockID = location.lockID
    environment = location.environment
    self.caller = caller
    self.clock = clock
  }

  public var location: String { "dynamodb://\(table)/\(lockID)" }

  public func read() async throws(ObjectStoreError) -> StoredLease? {
    let answer = try await call("GetItem", ["ConsistentRead": true, "Key": ["LockID": ["S": .string(lockID)]]])
    guard let item = answer.output["Item"] else { return nil }
    guard let text = item["Lease"]?["S"]?.string, let revision = item["Revision"]?["S"]?.string,
      let written = item["WrittenAt"]?["N"]?.string.flatMap(Int.init)
    else {
      throw ObjectStoreError(
        .refused, "the item \(location) is no lock of this program. Remove it if nobody uses it, or choose another table.")
    }
    let age = answer.servedAt.map { max(0, Int($0) - written) } ?? 0
    return StoredLease(record: try LeaseRecord(bytes: Array(text.utf8), at: location), revision: revision, age: age)
  }

  public func write(_ record: LeaseRecord, replacing revision: String?) async throws(ObjectStoreError) -> String {
    // The first writing of a process follows a reading, which told the time.
    guard let time = served.time(at: clock.now()) else {
      _ = try await read()
      guard served.time(at: clock.now()) != nil else {
        throw ObjectStoreError(.refused, "\(table) does not tell the time of its answers.")
      }
      return try await write(record, replacing: revision)
    }
    let new = "\(record.nonce).\(served.next())"
    var input: [String: AWSValue] = [
      "Item": [
        "LockID": ["S": .string(lockID)], "Lease": ["S": .string(String(decoding: record.bytes, as: UTF8.self))],
        "Revision": ["S": .string(new)], "WrittenAt": ["N": .string(String(time))],
        // For people, and for tools that look at the table.
        "Owner": ["S": .string(record.owner.description)], "Status": ["S": .string(record.status.rawValue)],
      ]
    ]
    if let revision {
      input["ConditionExpression"] = "Revision = :revision"
      input["ExpressionAttributeValues"] = [":revision": ["S": .string(revision)]]
    } else {
      input["ConditionExpression"] = "attribute_not_exists(LockID)"
    }
    _ = try await call("PutItem", input)
    return new
  }

  private func call(_ operation: String, _ input: [String: AWSValue]) async throws(ObjectStoreError) -> AWSAnswer {
    var input = input
    input["TableName"] = .string(table)
    do throws(AWSError) {
      let answer = try await caller.exchange("dynamodb", operation, .structure(input))
      served.learn(answer.servedAt, at: clock.now())
      return answer
    } catch {
      if error.code == "ResourceNotFoundException" {
        throw ObjectStoreError(.refused, "there is no table '\(table)'. Run 'init \(environment)' to make it.")
      }
      throw ObjectStoreError(error)
    }
  }
}

/// The service's time as its last answer told it.
private final class ServedTime: Sendable {
  private let state = Mutex<(served: Int, local: Int, number: Int)>((.min, 0, 0))

  func learn(_ served: Double?, at local: Int) {
    guard let served else { return }
    state.withLock { $0 = (Int(served), local, $0.number) }
  }

  /// Seconds since 1970 by the service's clock, or a little less.
  func time(at local: Int) -> Int? {
    state.withLock { $0.served == .min ? nil : $0.served + max(0, local - $0.local) / 1_000 }
  }

  func next() -> Int {
    state.withLock { state in
      state.number += 1
      return state.number
    }
  }
}
