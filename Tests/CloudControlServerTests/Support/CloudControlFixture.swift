import CloudControlServer
import StrataEmbeddedCloud
import StrataModel
import Synchronization

/// A server over an empty cloud, with a clock that stands still and identifiers that count up.
struct CloudControlFixture {
  let clock = VirtualCloudClock()
  let cloud: EmbeddedCloud
  let server: CloudControlServer
  var accessKey = "AKIAEXAMPLE"
  var region = "us-east-1"

  init(delayPerMille: Int = 0, faults: FaultPlan = .none) {
    cloud = EmbeddedCloud(EmbeddedCloudOptions(delayPerMille: delayPerMille, faults: faults, clock: clock.clock))
    let counter = Counter()
    server = CloudControlServer(cloud, clock: clock.clock) { counter.next() }
  }

  private final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> String {
      let number = value.withLock { number in
        number += 1
        return number
      }
      let digits = String(number)
      return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
  }

  /// What a caller gets: the answer's members, or the code and message of an error.
  struct Answer {
    var status: Int
    var members: PropertyObject
    var response: ServerResponse

    var code: String? { members["__type"]?.stringValue?.split(separator: "#").last.map(String.init) }
    var message: String { (members["Message"] ?? members["message"])?.stringValue ?? "" }
    var event: PropertyValue { members["ProgressEvent"] ?? .null }
    var token: String { event["RequestToken"]?.stringValue ?? "" }
    var statusText: String? { event["OperationStatus"]?.stringValue }

    /// A document that the answer holds as a text of JSON.
    func document(_ value: PropertyValue?) -> PropertyObject {
      value?.stringValue.flatMap { try? JSONReader.plainValue(of: Array($0.utf8)) }?.objectValue ?? [:]
    }
  }

  func headers(_ operation: String? = nil, service: String = "cloudcontrolapi") -> [ServerRequest.Header] {
    var headers = [
      ServerRequest.Header(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(accessKey)/20261127/\(region)/\(service)/aws4_request, SignedHeaders=host;x-amz-date, Signature=00")
    ]
    if let operation {
      headers.append(.init("X-Amz-Target", "CloudApiService.\(operation)"))
      headers.append(.init("Content-Type", "application/x-amz-json-1.0"))
    }
    return headers
  }

  @discardableResult
  func call(_ operation: String, _ members: PropertyObject = [:]) async -> Answer {
    await send(ServerRequest(headers: headers(operation), body: Array(JSONWriter.plainText(of: .object(members)).utf8)))
  }

  func send(_ request: ServerRequest) async -> Answer {
    let response = await server.respond(to: request)
    let members = (try? JSONReader.plainValue(of: response.body))?.objectValue ?? [:]
    return Answer(status: response.status, members: members, response: response)
  }

  // MARK: Words for what most tests do

  @discardableResult
  func create(_ type: String, _ desired: PropertyObject, token: String? = nil) async -> Answer {
    var members: PropertyObject = ["TypeName": .string(type), "DesiredState": .string(JSONWriter.plainText(of: .object(desired)))]
    members["ClientToken"] = token.map { .string($0) }
    return await call("CreateResource", members)
  }

  @discardableResult
  func update(_ type: String, _ identifier: String, _ patch: PropertyValue, token: String? = nil) async -> Answer {
    var members: PropertyObject = [
      "TypeName": .string(type), "Identifier": .string(identifier), "PatchDocument": .string(JSONWriter.plainText(of: patch)),
    ]
    members["ClientToken"] = token.map { .string($0) }
    return await call("UpdateResource", members)
  }

  @discardableResult
  func delete(_ type: String, _ identifier: String) async -> Answer {
    await call("DeleteResource", ["TypeName": .string(type), "Identifier": .string(identifier)])
  }

  func get(_ type: String, _ identifier: String) async -> Answer {
    await call("GetResource", ["TypeName": .string(type), "Identifier": .string(identifier)])
  }

  func properties(_ type: String, _ identifier: String) async -> PropertyObject {
    let answer = await get(type, identifier)
    return answer.document(answer.members["ResourceDescription"]?["Properties"])
  }

  func status(_ token: String) async -> Answer {
    await call("GetResourceRequestStatus", ["RequestToken": .string(token)])
  }
}
