import AWSClient
import StrataModel

/// Functions at the edge: cloudfront:CreateFunction and its companions.
///
/// A function is written at the stage DEVELOPMENT; publishing copies it to LIVE, where distributions run it.
struct CloudFrontFunctionHandler: ResourceHandler {
  static let type = "AWS::CloudFront::Function"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("cloudfront", "CreateFunction", omitting: ["Tags"])
    input["Tags"] = call.tagList().map { ["Items": $0] }
    let answer = try await call.send("cloudfront", "CreateFunction", input)
    guard let arn = answer["FunctionSummary"]?["FunctionMetadata"]?["FunctionARN"]?.string else {
      throw ProviderFailure.invalid("cloudfront:CreateFunction answered without an ARN")
    }
    try await call.complete(arn) {
      try await publish(call, .string(try call.required("Name")), version: answer["ETag"])
    }
    return CreatedObject(arn, attributes: attributes(call, arn))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let summary = try await found(call)?["FunctionSummary"] else { return nil }
    var document = call.document(summary)
    let code = try await call.send("cloudfront", "GetFunction", ["Name": name(call), "Stage": "DEVELOPMENT"])
    document["FunctionCode"] = call.document(code)["FunctionCode"]
    document["Tags"] = call.document(try await CloudFrontForm.tags(call, of: .string(call.identifier)))["Tags"]
    return document.merging(attributes(call, call.identifier))
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isDisjoint(with: ["FunctionCode", "FunctionConfig", "AutoPublish"]) {
      var input = call.input("cloudfront", "UpdateFunction")
      input["IfMatch"] = try await found(call)?["ETag"]
      let answer = try await call.send("cloudfront", "UpdateFunction", input)
      try await publish(call, name(call), version: answer["ETag"])
    }
    try await CloudFrontForm.updateTags(call, of: .string(call.identifier))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let found = try await found(call) else { return .gone }
    try await call.send("cloudfront", "DeleteFunction", ["Name": name(call), "IfMatch": found["ETag"]])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let functions = try await CloudFrontForm.items(call, "ListFunctions", in: "FunctionList", ["Stage": "DEVELOPMENT"])
    let name = filter.text("Name")
    return functions.filter { name == nil || $0["Name"]?.string == name }
      .compactMap { $0["FunctionMetadata"]?["FunctionARN"]?.string }
  }

  private func name(_ call: ResourceCall) -> AWSValue { .string(call.identifierTail) }

  private func found(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find(
      "cloudfront", "DescribeFunction", ["Name": name(call), "Stage": "DEVELOPMENT"], absent: ["NoSuchFunctionExists"])
  }

  private func publish(_ call: ResourceCall, _ name: AWSValue, version: AWSValue?) async throws {
    guard call.properties["AutoPublish"]?.boolValue == true else { return }
    try await call.send("cloudfront", "PublishFunction", ["Name": name, "IfMatch": version])
  }

  private func attributes(_ call: ResourceCall, _ arn: String) -> PropertyObject {
    ["FunctionARN": .string(arn), "FunctionMetadata": .object(["FunctionARN": .string(arn)])]
  }
}
