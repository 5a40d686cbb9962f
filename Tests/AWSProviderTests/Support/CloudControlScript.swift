import StrataDeployment
import StrataModel

@testable import AWSClient
@testable import AWSProvider

/// Cloud Control that answers by script, for one type.
struct CloudControlScript: Sendable {
  let type: String
  let services = ServiceScript()
  let placement = Placement(account: "123456789012", region: "eu-central-1")
  let provider: CloudControlProvider

  init(_ type: String) {
    self.type = type
    let services = services
    provider = CloudControlProvider(sessions: PlacementSessions { _ in services })
  }

  /// Says what an operation answers, call by call; the last answer stays.
  func answer(_ operation: String, _ answers: AWSValue...) {
    services.script("cloudcontrol:" + operation, answers.map { .success($0) })
  }

  func refuse(_ operation: String, _ code: String, _ message: String = "no") {
    services.script("cloudcontrol:" + operation, [.failure(.refused(code, message, "cloudcontrol:" + operation))])
  }

  /// The object that reads show.
  func show(_ identifier: String, _ properties: PropertyObject) {
    answer("GetResource", ["TypeName": .string(type), "ResourceDescription": Self.description(identifier, properties)])
  }

  static func description(_ identifier: String, _ properties: PropertyObject) -> AWSValue {
    ["Identifier": .string(identifier), "Properties": .string(JSONWriter.plainText(of: .object(properties)))]
  }

  /// An answer with the state of a request.
  static func event(_ status: String, _ members: [String: AWSValue] = [:]) -> AWSValue {
    let event: [String: AWSValue] = ["OperationStatus": .string(status), "RequestToken": "request-1"]
    return ["ProgressEvent": .structure(event.merging(members) { _, own in own })]
  }

  var target: ObjectTarget { ObjectTarget(type: type, placement: placement, route: .cloudControl, identifier: "app") }

  func create(_ properties: PropertyObject) async throws(ProviderError) -> OperationProgress {
    try await provider.create(
      CreateRequest(type: type, placement: placement, route: .cloudControl, properties: properties, token: "token-1"))
  }

  func update(from previous: PropertyObject, to properties: PropertyObject) async throws(ProviderError) -> OperationProgress {
    try await provider.update(Self.updateRequest(target, from: previous, to: properties))
  }

  func delete() async throws(ProviderError) -> OperationProgress {
    try await provider.delete(DeleteRequest(target: target, properties: [:], token: "token-3"))
  }

  func poll(_ operation: Intent.Operation, _ waitToken: String) async throws(ProviderError) -> OperationProgress {
    try await provider.poll(
      PollRequest(operation: operation, type: type, placement: placement, route: .cloudControl, waitToken: waitToken))
  }

  static func updateRequest(_ target: ObjectTarget, from previous: PropertyObject, to properties: PropertyObject) -> UpdateRequest {
    let names = Set(previous.keys).union(properties.keys).filter { previous[$0] != properties[$0] }.sorted()
    return UpdateRequest(
      target: target, properties: properties, previous: previous, changedPaths: names.map { PropertyPath($0) }, token: "token-2")
  }
}
