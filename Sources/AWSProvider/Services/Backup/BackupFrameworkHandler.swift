import AWSClient
import StrataModel

/// Audit frameworks: backup:CreateFramework and its companions.
struct BackupFrameworkHandler: ResourceHandler {
  static let type = "AWS::Backup::Framework"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("backup", "CreateFramework")
    input["IdempotencyToken"] = call.token.map { .string($0) }
    let answer = try await call.send("backup", "CreateFramework", input)
    guard let arn = answer["FrameworkArn"]?.string else {
      throw ProviderFailure.invalid("backup:CreateFramework answered without an ARN")
    }
    return CreatedObject(arn, attributes: ["FrameworkArn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let framework = try await framework(call) else { return nil }
    return call.document(framework).merging(try await BackupResources.tags(call, of: .string(call.identifier)))
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["FrameworkTags"] {
      var input = call.input("backup", "UpdateFramework")
      input["FrameworkName"] = name(call)
      if call.properties["FrameworkDescription"] == nil { input["FrameworkDescription"] = "" }
      input["IdempotencyToken"] = call.token.map { .string($0) }
      try await call.send("backup", "UpdateFramework", input)
    }
    try await BackupResources.updateTags(call, of: .string(call.identifier))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("backup", "DeleteFramework", ["FrameworkName": name(call)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let frameworks = try await call.elements("backup", "ListFrameworks", in: "Frameworks")
    let name = filter.text("FrameworkName")
    return frameworks.filter { name == nil || $0["FrameworkName"]?.string == name }.compactMap { $0["FrameworkArn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    BackupResources.readiness(try await framework(call))
  }

  private func name(_ call: ResourceCall) -> AWSValue { .string(BackupResources.name(inARN: call.identifier)) }

  private func framework(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("backup", "DescribeFramework", ["FrameworkName": name(call)], absent: BackupResources.absent)
  }
}
