import AWSClient
import StrataModel

/// Associations of documents with instances: ssm:CreateAssociation and its companions.
struct AssociationHandler: ResourceHandler {
  static let type = "AWS::SSM::Association"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("ssm", "CreateAssociation", call.input("ssm", "CreateAssociation"))
    let description = answer["AssociationDescription"]
    guard let identifier = description?["AssociationId"]?.string else {
      throw ProviderFailure.invalid("ssm:CreateAssociation answered without an id")
    }
    try await call.complete(identifier) { try await waitForSuccess(call, identifier) }
    return CreatedObject(identifier, attributes: call.document(description))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await description(call, call.identifier).map { call.document($0) }
  }

  /// UpdateAssociation clears what it is not told.
  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("InstanceId") {
      throw ProviderFailure.unsupported("An association cannot move to another instance; declare it under another id.")
    }
    var input = call.input("ssm", "UpdateAssociation")
    input["AssociationId"] = .string(call.identifier)
    try await call.send("ssm", "UpdateAssociation", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ssm", "DeleteAssociation", ["AssociationId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var filters: [AWSValue] = []
    if let name = filter.text("AssociationName") { filters.append(["key": "AssociationName", "value": .string(name)]) }
    if let document = filter.text("Name") { filters.append(["key": "Name", "value": .string(document)]) }
    let found = try await call.pages("ssm", "ListAssociations", filters.isEmpty ? [:] : ["AssociationFilterList": .list(filters)])
    return found.compactMap { $0["AssociationId"]?.string }
  }

  private func description(_ call: ResourceCall, _ identifier: String) async throws -> AWSValue? {
    let answer = try await call.find(
      "ssm", "DescribeAssociation", ["AssociationId": .string(identifier)], absent: ["AssociationDoesNotExist"])
    return answer?["AssociationDescription"]
  }

  /// The declaration may ask for the first run to succeed.
  private func waitForSuccess(_ call: ResourceCall, _ identifier: String) async throws {
    guard let seconds = call.properties["WaitForSuccessTimeoutSeconds"]?.integerValue else { return }
    try await call.wait(every: .seconds(5), atMost: .seconds(seconds), for: "The association's first run") {
      let status = try await description(call, identifier)?["Overview"]?["Status"]?.string
      if status == "Failed" { throw ProviderFailure.invalid("The association's first run failed.") }
      return status == "Success"
    }
  }
}
