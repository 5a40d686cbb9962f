import AWSClient
import StrataModel

/// Versions of functions, which never change: lambda:PublishVersion and its companions.
struct FunctionVersionHandler: ResourceHandler {
  static let type = "AWS::Lambda::Version"
  static let waits: Set<Intent.Operation> = [.create]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    if call.properties["FunctionScalingConfig"] != nil {
      throw ProviderFailure.unsupported("FunctionScalingConfig of a version has no operation here.")
    }
    let answer = try await call.send("lambda", "PublishVersion", call.input("lambda", "PublishVersion"))
    guard let arn = answer["FunctionArn"]?.string else { throw ProviderFailure.invalid("lambda:PublishVersion answered without an ARN") }
    try await call.complete(arn) {
      if call.properties["ProvisionedConcurrencyConfig"] != nil { try await ProvisionedConcurrency.put(call, arn) }
      if let policy = call.properties["RuntimePolicy"]?.objectValue {
        var input: [String: AWSValue?] = ["FunctionName": .string(QualifiedFunction(arn).name), "Qualifier": .string(arn.lastPart)]
        for field in policy.fields { input[field.key] = AWSValue(field.value) }
        try await call.send("lambda", "PutRuntimeManagementConfig", input)
      }
    }
    return CreatedObject(arn, attributes: call.document(answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "lambda", "GetFunctionConfiguration", ["FunctionName": .string(call.identifier)], absent: ["ResourceNotFoundException"])
    return answer.map { call.document($0) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let function = QualifiedFunction(call.identifier)
    try await call.send("lambda", "DeleteFunction", ["FunctionName": .string(function.name), "Qualifier": .string(function.qualifier)])
    return .gone
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    try await FunctionState.readiness(call, call.identifier)
  }

  private func number(_ arn: String) -> Int { Int(arn.lastPart) ?? 0 }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for function in try await FunctionHandler().list(call, matching: filter) {
      let versions = try await call.pages(
        "lambda", "ListVersionsByFunction", ["FunctionName": .string(function)], absent: ["ResourceNotFoundException"])
      let arns = versions.filter { $0["Version"]?.string != "$LATEST" }.compactMap { $0["FunctionArn"]?.string }
      // What was published for a function, and is sought by its name, is its latest version.
      found += filter.text("FunctionName") == nil ? arns : arns.max { number($0) < number($1) }.map { [$0] } ?? []
    }
    return found
  }
}
