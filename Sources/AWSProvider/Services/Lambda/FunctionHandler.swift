import AWSClient
import StrataModel

/// Functions: lambda:CreateFunction and its companions.
///
/// A function takes one change at a time; code, configuration and concurrency are three. Signing, recursion and the runtime's management are
/// written and not read.
struct FunctionHandler: ResourceHandler {
  static let type = "AWS::Lambda::Function"
  static let waits: Set<Intent.Operation> = [.create, .update]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("FunctionName")
    try FunctionInput.check(call)
    var input = call.input("lambda", "CreateFunction", omitting: ["Code"])
    input["Code"] = .structure(try FunctionInput.code(call))
    let answer = try await call.send("lambda", "CreateFunction", input)
    try await call.complete(name) {
      if call.properties["ReservedConcurrentExecutions"] != nil { try await putConcurrency(call, name) }
      let hasSettings = call.properties["RuntimeManagementConfig"] != nil || call.properties["RecursiveLoop"] != nil
      if hasSettings {
        try await waitUntilUpdated(call, name)
        if call.properties["RuntimeManagementConfig"] != nil { try await putRuntimeManagement(call, name) }
        if call.properties["RecursiveLoop"] != nil { try await putRecursion(call, name) }
      }
    }
    return CreatedObject(name, attributes: document(call, answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "lambda", "GetFunction", ["FunctionName": .string(call.identifier)], absent: ["ResourceNotFoundException"])
    guard let answer, let configuration = answer["Configuration"] else { return nil }
    var document = document(call, configuration)
    document["ReservedConcurrentExecutions"] = answer["Concurrency"]?["ReservedConcurrentExecutions"]?.propertyValue
    document["Tags"] = call.document(["Tags": answer["Tags"] ?? [:]])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    try FunctionInput.check(call)
    let name = call.identifier
    if call.changed.contains("Code") || call.changed.contains("Architectures") {
      var input = try FunctionInput.code(call)
      input["FunctionName"] = .string(name)
      input["Architectures"] = AWSValue(call.properties["Architectures"]) ?? ["x86_64"]
      try await waitUntilUpdated(call, name)
      try await call.send("lambda", "UpdateFunctionCode", input)
    }
    if var input = FunctionInput.configuration(call) {
      input["FunctionName"] = .string(name)
      try await waitUntilUpdated(call, name)
      try await call.send("lambda", "UpdateFunctionConfiguration", input)
    }
    if call.changed.contains("ReservedConcurrentExecutions") { try await putConcurrency(call, name) }
    if !call.changed.isDisjoint(with: ["CodeSigningConfigArn", "RecursiveLoop", "RuntimeManagementConfig"]) {
      try await waitUntilUpdated(call, name)
      if call.changed.contains("CodeSigningConfigArn") { try await putSigning(call) }
      if call.changed.contains("RecursiveLoop") { try await putRecursion(call, name) }
      if call.changed.contains("RuntimeManagementConfig") { try await putRuntimeManagement(call, name) }
    }
    let arn = AWSValue.string(call.arn("lambda", "function:\(name)"))
    try await call.updateTags { tags in
      try await call.send("lambda", "TagResource", ["Resource": arn, "Tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send("lambda", "UntagResource", ["Resource": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("lambda", "DeleteFunction", ["FunctionName": .string(call.identifier)])
    return .gone
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    try await FunctionState.readiness(call, call.identifier)
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("FunctionName") { return [name] }
    return try await call.pages("lambda", "ListFunctions").compactMap { $0["FunctionName"]?.string }
  }

  // MARK: Parts

  private func document(_ call: ResourceCall, _ configuration: AWSValue) -> PropertyObject {
    var document = call.document(
      configuration, renaming: ["Arn": "FunctionArn", "SnapStartResponse": "SnapStart"], omitting: ["ImageConfig", "Layers"])
    document["Layers"] = configuration["Layers"]?.list.map { .array($0.compactMap { $0["Arn"]?.propertyValue }) }
    document["ImageConfig"] = configuration["ImageConfigResponse"]?["ImageConfig"]?.propertyValue
    return document
  }

  private func waitUntilUpdated(_ call: ResourceCall, _ name: String) async throws {
    try await call.wait(every: .milliseconds(500), atMost: .seconds(300), for: "Another change of the function") {
      switch try await FunctionState.readiness(call, name) {
      case .ready, .identified: return true
      case .pending: return false
      // A change that failed does not stand in the way of the next.
      case .failed: return true
      }
    }
  }

  private func putConcurrency(_ call: ResourceCall, _ name: String) async throws {
    if let reserved = AWSValue(call.properties["ReservedConcurrentExecutions"]) {
      try await call.send(
        "lambda", "PutFunctionConcurrency", ["FunctionName": .string(name), "ReservedConcurrentExecutions": reserved])
    } else {
      try await call.send("lambda", "DeleteFunctionConcurrency", ["FunctionName": .string(name)])
    }
  }

  private func putRuntimeManagement(_ call: ResourceCall, _ name: String) async throws {
    let configuration = call.properties["RuntimeManagementConfig"]?.objectValue ?? ["UpdateRuntimeOn": "Auto"]
    var input: [String: AWSValue?] = ["FunctionName": .string(name)]
    for field in configuration.fields { input[field.key] = AWSValue(field.value) }
    try await call.send("lambda", "PutRuntimeManagementConfig", input)
  }

  private func putRecursion(_ call: ResourceCall, _ name: String) async throws {
    let loop = AWSValue(call.properties["RecursiveLoop"]) ?? "Terminate"
    try await call.send("lambda", "PutFunctionRecursionConfig", ["FunctionName": .string(name), "RecursiveLoop": loop])
  }

  private func putSigning(_ call: ResourceCall) async throws {
    let name = AWSValue.string(call.identifier)
    if let configuration = AWSValue(call.properties["CodeSigningConfigArn"]) {
      try await call.send("lambda", "PutFunctionCodeSigningConfig", ["FunctionName": name, "CodeSigningConfigArn": configuration])
    } else {
      try await call.send("lambda", "DeleteFunctionCodeSigningConfig", ["FunctionName": name])
    }
  }
}
