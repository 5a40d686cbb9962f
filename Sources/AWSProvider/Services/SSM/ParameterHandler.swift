import AWSClient
import StrataModel

/// Parameters: ssm:PutParameter and its companions.
///
/// The value of a `SecureString` is written, never read.
struct ParameterHandler: ResourceHandler {
  static let type = "AWS::SSM::Parameter"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    try await call.send("ssm", "PutParameter", call.input("ssm", "PutParameter"))
    return CreatedObject(name, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find("ssm", "GetParameter", ["Name": .string(call.identifier)], absent: ["ParameterNotFound"])
    guard let parameter = answer?["Parameter"] else { return nil }
    var document = call.document(parameter)
    if parameter["Type"]?.string == "SecureString" { document["Value"] = nil }
    document["Tags"] = try await call.systemsManagerTags("Parameter", call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["Tags"] {
      // Tags and Overwrite exclude each other.
      var input = call.input("ssm", "PutParameter", omitting: ["Tags"])
      for property in ["AllowedPattern", "Description"] where call.changed.contains(property) && call.properties[property] == nil {
        input[property] = ""
      }
      input["Name"] = .string(call.identifier)
      input["Overwrite"] = true
      try await call.send("ssm", "PutParameter", input)
    }
    try await call.updateSystemsManagerTags("Parameter", call.identifier)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ssm", "DeleteParameter", ["Name": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.pages("ssm", "DescribeParameters").compactMap { $0["Name"]?.string }
  }
}
