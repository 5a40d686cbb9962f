import AWSClient
import StrataModel

/// Documents of Systems Manager: ssm:CreateDocument and its companions.
///
/// A changed document is a new version, which becomes the default one.
struct DocumentHandler: ResourceHandler {
  static let type = "AWS::SSM::Document"
  static let waits: Set<Intent.Operation> = [.create, .update]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    try await call.send("ssm", "CreateDocument", call.input("ssm", "CreateDocument"))
    return CreatedObject(name, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let description = try await description(call) else { return nil }
    var document = call.document(description)
    let content = try await call.send(
      "ssm", "GetDocument", ["Name": .string(call.identifier), "DocumentFormat": description["DocumentFormat"]])
    document["Content"] = content["Content"].flatMap { ShapeOutput.json($0) }
    document["Tags"] = try await call.systemsManagerTags("Document", call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isSubset(of: ["Tags", "UpdateMethod"]) {
      let version = try await newVersion(call)
      try await call.send("ssm", "UpdateDocumentDefaultVersion", ["Name": .string(call.identifier), "DocumentVersion": version])
    }
    try await call.updateSystemsManagerTags("Document", call.identifier)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ssm", "DeleteDocument", ["Name": .string(call.identifier)])
    return .gone
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let document = try await description(call)
    switch document?["Status"]?.string {
    case "Active": return .ready
    case "Failed": return .failed(document?["StatusInformation"]?.string ?? "Systems Manager could not make the document.")
    default: return .pending(after: 500)
    }
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    let own: AWSValue = [["Key": "Owner", "Values": ["Self"]]]
    return try await call.pages("ssm", "ListDocuments", ["Filters": own]).compactMap { $0["Name"]?.string }
  }

  /// The number of a version with the declared content.
  private func newVersion(_ call: ResourceCall) async throws -> AWSValue? {
    var input = call.input("ssm", "UpdateDocument")
    input["Name"] = .string(call.identifier)
    input["DocumentVersion"] = "$LATEST"
    let answer = try await call.find("ssm", "UpdateDocument", input, absent: ["DuplicateDocumentContent"])
    if let version = answer?["DocumentDescription"]?["DocumentVersion"] { return version }
    // The latest version has this content already: an update was interrupted before it became the default.
    return try await description(call)?["LatestVersion"]
  }

  private func description(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("ssm", "DescribeDocument", ["Name": .string(call.identifier)], absent: ["InvalidDocument"])?["Document"]
  }
}
