import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension CloudControlServer {
  func createResource(_ input: inout OperationInput, _ place: Placement) async throws(ServiceError) -> PropertyObject {
    let type = input.required("TypeName", .typeName)
    let text = input.required("DesiredState", .document)
    let token = input.optional("ClientToken", .token)
    let call = try Self.call(type, "CREATE", &input)
    let clientToken = call.clientToken(token, text)
    if let known = try ledger.replay(clientToken, in: place, at: clock.now()) { return ["ProgressEvent": known.event] }
    await advance()
    guard let value = try? JSONReader.plainValue(of: Array(text.utf8)), let desired = value.objectValue else {
      throw .validation("Invalid DesiredState: it must be a JSON object")
    }
    try call.validate(desired)
    let request = try ledger.accept(
      .create(desired), .create, type: type, identifier: nil, model: call.withoutWriteOnly(desired), in: place, clientToken: clientToken,
      requestToken: makeIdentifier(), at: clock.now())
    return ["ProgressEvent": request.event]
  }

  func getResource(_ input: inout OperationInput, _ place: Placement) async throws(ServiceError) -> PropertyObject {
    let type = input.required("TypeName", .typeName)
    let text = input.required("Identifier", .identifier)
    let call = try Self.call(type, "READ", &input)
    let identifier = try call.identifier(text)
    await advance()
    let found = try await read(type, identifier, place)
    return [
      "TypeName": .string(type),
      "ResourceDescription": [
        "Identifier": .string(found.identifier), "Properties": .string(JSONWriter.plainText(of: .object(found.properties))),
      ],
    ]
  }

  func deleteResource(_ input: inout OperationInput, _ place: Placement) async throws(ServiceError) -> PropertyObject {
    let type = input.required("TypeName", .typeName)
    let text = input.required("Identifier", .identifier)
    let token = input.optional("ClientToken", .token)
    let call = try Self.call(type, "DELETE", &input)
    let clientToken = call.clientToken(token, text)
    if let known = try ledger.replay(clientToken, in: place, at: clock.now()) { return ["ProgressEvent": known.event] }
    var identifier = try call.identifier(text)
    await advance()
    // Whether it is there at all is the handler's answer, so it comes with the request's status.
    if let found = try? await read(type, identifier, place) { identifier = found.identifier }
    let request = try ledger.accept(
      .delete, .delete, type: type, identifier: identifier, model: nil, in: place, clientToken: clientToken,
      requestToken: makeIdentifier(), at: clock.now())
    return ["ProgressEvent": request.event]
  }

  static func call(_ type: String, _ action: String, _ input: inout OperationInput) throws(ServiceError) -> ResourceCall {
    let version = input.optional("TypeVersionId", .typeVersion)
    let role = input.optional("RoleArn", .role)
    return try ResourceCall(type: type, action: action, version: version, role: role, input)
  }

  /// The object as reads show it; one that waits for its deletion is not found, as handlers answer for it.
  func read(_ type: String, _ identifier: String, _ place: Placement) async throws(ServiceError) -> ObjectDescription {
    let found: ObjectDescription
    do throws(ProviderError) {
      found = try await cloud.read(ObjectTarget(type: type, placement: place, route: .embedded, identifier: identifier))
    } catch {
      throw ServiceError(error, type: type, identifier: identifier, action: "READ")
    }
    guard found.pendingDeletionUntil == nil else { throw .resourceNotFound(type, identifier) }
    return found
  }
}
