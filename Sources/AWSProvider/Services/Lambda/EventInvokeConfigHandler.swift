import AWSClient
import StrataModel

/// How failed asynchronous calls of a function are treated: lambda:PutFunctionEventInvokeConfig and its companions.
struct EventInvokeConfigHandler: ResourceHandler {
  static let type = "AWS::Lambda::EventInvokeConfig"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("FunctionName"))|\(try call.required("Qualifier"))"
    try await call.send("lambda", "PutFunctionEventInvokeConfig", call.input("lambda", "PutFunctionEventInvokeConfig"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "lambda", "GetFunctionEventInvokeConfig", names(call), absent: ["ResourceNotFoundException"])
    guard let answer else { return nil }
    var document = call.document(answer)
    document["FunctionName"] = call.identifierParts.first.map { .string($0) }
    document["Qualifier"] = call.identifierParts.last.map { .string($0) }
    return document
  }

  /// Writes the whole configuration anew, so that what was taken away is gone.
  func update(_ call: ResourceCall) async throws {
    let input = call.input("lambda", "PutFunctionEventInvokeConfig")
    try await call.send("lambda", "PutFunctionEventInvokeConfig", input.merging(names(call)) { _, name in name })
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("lambda", "DeleteFunctionEventInvokeConfig", names(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("FunctionName"), let qualifier = filter.text("Qualifier") { return ["\(name)|\(qualifier)"] }
    var found: [String] = []
    for function in try await FunctionHandler().list(call, matching: filter) {
      let configurations = try await call.pages(
        "lambda", "ListFunctionEventInvokeConfigs", ["FunctionName": .string(function)], absent: ["ResourceNotFoundException"])
      for case let arn? in configurations.map({ $0["FunctionArn"]?.string }) {
        // Without a qualifier, which some answer so, it is the unpublished version's.
        let isUnqualified = arn.split(separator: ":").count == 7
        found.append("\(function)|\(isUnqualified ? "$LATEST" : arn.lastPart)")
      }
    }
    return found
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] {
    let parts = call.identifierParts
    return ["FunctionName": parts.first.map { .string($0) }, "Qualifier": parts.last.map { .string($0) }]
  }
}
