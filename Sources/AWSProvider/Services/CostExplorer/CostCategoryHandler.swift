import AWSClient
import StrataModel

/// Cost categories: ce:CreateCostCategoryDefinition and its companions.
///
/// Rules are text of JSON in the schema and structures in the API.
struct CostCategoryHandler: ResourceHandler {
  static let type = "AWS::CE::CostCategory"

  private static let texts = ["Rules", "SplitChargeRules"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("ce", "CreateCostCategoryDefinition", from: try call.properties.readingJSON(of: Self.texts))
    input["ResourceTags"] = call.tagList()
    let answer = try await call.send("ce", "CreateCostCategoryDefinition", input)
    guard let arn = answer["CostCategoryArn"]?.string else {
      throw ProviderFailure.invalid("ce:CreateCostCategoryDefinition answered without an ARN")
    }
    return CreatedObject(arn, attributes: call.document(answer, renaming: ["Arn": "CostCategoryArn"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "ce", "DescribeCostCategoryDefinition", ["CostCategoryArn": .string(call.identifier)], absent: ["ResourceNotFoundException"])
    guard let category = answer?["CostCategory"] else { return nil }
    var document = call.document(category, renaming: ["Arn": "CostCategoryArn"])
    document["Tags"] = try await CostTags.read(call, renaming: ["Tags": "ResourceTags"])
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["Tags"] {
      var input = call.input("ce", "UpdateCostCategoryDefinition", from: try call.properties.readingJSON(of: Self.texts))
      input["CostCategoryArn"] = .string(call.identifier)
      try await call.send("ce", "UpdateCostCategoryDefinition", input)
    }
    try await CostTags.update(call)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ce", "DeleteCostCategoryDefinition", ["CostCategoryArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("Name")
    return try await call.pages("ce", "ListCostCategoryDefinitions").filter { name == nil || $0["Name"]?.string == name }
      .compactMap { $0["CostCategoryArn"]?.string }
  }
}
