public import StrataEmbeddedCloud
import StrataModel

/// AWS Cloud Control over the embedded cloud: what comes as a request of HTTP goes as an answer of HTTP, and nothing here knows of sockets.
///
/// It speaks the API's own protocol (AWS JSON 1.0, version 2021-09-30), so that SDKs, the AWS command line and tools built on them work on it
/// unchanged, and answers `sts:GetCallerIdentity`. Signatures are not verified; ``Caller`` says what is read from them. Requests are remembered
/// for as long as the server lives; resources as long as the cloud keeps them.
///
/// It differs from AWS where nothing is there to imitate: `RoleArn` and `TypeVersionId` are checked for their form and then ignored, no hooks
/// run, requests do not expire after seven days, and client tokens are forgotten with the server. The texts of messages follow AWS's where they
/// are published, and may differ elsewhere.
public struct CloudControlServer: Sendable {
  let cloud: EmbeddedCloud
  let clock: CloudClock
  let makeIdentifier: @Sendable () -> String
  let ledger = RequestLedger()

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - cloud: what holds the resources.
  ///   - clock: the time of events; it should be the cloud's.
  ///   - makeIdentifier: makes identifiers of requests, unique and in the form of UUIDs; `nil` for random ones.
  public init(_ cloud: EmbeddedCloud, clock: CloudClock = .system, makeIdentifier: (@Sendable () -> String)? = nil) {
    self.cloud = cloud
    self.clock = clock
    self.makeIdentifier = makeIdentifier ?? { RandomIdentifier.make() }
  }

  /// Carries out the requests that nobody has asked about since they were accepted.
  ///
  /// - Parameter age: how long they must have waited, in milliseconds.
  public func startPending(olderThan age: Int = 0) async { await advance(olderThan: age) }

  /// Answers a request.
  public func respond(to request: ServerRequest) async -> ServerResponse {
    let requestID = makeIdentifier()
    var service = ""
    if request.method == "GET", request.target == Self.descriptionPath { return description(requestID: requestID) }
    do throws(ServiceError) {
      guard let caller = try Caller(request) else { throw .missingAuthenticationToken }
      service = caller.service
      if let target = request.header("X-Amz-Target"), target.hasPrefix(Self.targetPrefix) {
        let answer = try await call(String(target.dropFirst(Self.targetPrefix.count)), request.body, caller.placement)
        return ServerResponse(
          status: 200, contentType: "application/x-amz-json-1.0", requestID: requestID, text: JSONWriter.plainText(of: .object(answer)))
      }
      if service == "sts", request.parameters["Action"] == "GetCallerIdentity" {
        return try await callerIdentity(caller, requestID: requestID)
      }
      throw .notServed(service)
    } catch {
      return ErrorFormat(request, service: service).response(error, requestID: requestID)
    }
  }

  /// Where the server says what it is, to clients that choose their way by it; it needs no signature.
  public static let descriptionPath = "/_strata/cloud"

  private func description(requestID: String) -> ServerResponse {
    let text = JSONWriter.plainText(of: ["name": "strata", "services": ["cloudcontrolapi", "sts"]])
    return ServerResponse(status: 200, contentType: "application/json", requestID: requestID, text: text)
  }

  private static let targetPrefix = "CloudApiService."

  private func call(_ operation: String, _ body: [UInt8], _ place: Placement) async throws(ServiceError) -> PropertyObject {
    var input = try OperationInput(body)
    switch operation {
    case "CreateResource": return try await createResource(&input, place)
    case "GetResource": return try await getResource(&input, place)
    case "UpdateResource": return try await updateResource(&input, place)
    case "DeleteResource": return try await deleteResource(&input, place)
    case "ListResources": return try await listResources(&input, place)
    case "GetResourceRequestStatus": return try await getResourceRequestStatus(&input, place)
    case "ListResourceRequests": return try await listResourceRequests(&input, place)
    case "CancelResourceRequest": return try cancelResourceRequest(&input, place)
    default: throw .unknownOperation("Cloud Control has no operation '\(operation)'")
    }
  }
}
