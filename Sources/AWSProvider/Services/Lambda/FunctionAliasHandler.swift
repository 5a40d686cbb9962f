import AWSClient
import StrataModel

/// Aliases of functions: lambda:CreateAlias and its companions.
struct FunctionAliasHandler: ResourceHandler {
  static let type = "AWS::Lambda::Alias"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("lambda", "CreateAlias", omitting: ["RoutingConfig"])
    input["RoutingConfig"] = routing(call)
    guard let arn = try await call.send("lambda", "CreateAlias", input)["AliasArn"]?.string else {
      throw ProviderFailure.invalid("lambda:CreateAlias answered without an ARN")
    }
    try await call.complete(arn) {
      if call.properties["ProvisionedConcurrencyConfig"] != nil { try await ProvisionedConcurrency.put(call, arn) }
    }
    return CreatedObject(arn, attributes: ["AliasArn": .string(arn), "FunctionName": .string(QualifiedFunction(arn).name.lastPart)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let alias = try await call.find("lambda", "GetAlias", names(call), absent: ["ResourceNotFoundException"])
    guard let alias else { return nil }
    var document = call.document(alias, omitting: ["RoutingConfig"])
    document["FunctionName"] = .string(QualifiedFunction(call.identifier).name.lastPart)
    let weights = alias["RoutingConfig"]?["AdditionalVersionWeights"]?.structure ?? [:]
    document["RoutingConfig"] = [
      "AdditionalVersionWeights": .array(
        weights.sorted { $0.key < $1.key }.map { ["FunctionVersion": .string($0.key), "FunctionWeight": $0.value.propertyValue] })
    ]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isDisjoint(with: ["Description", "FunctionVersion", "RoutingConfig"]) {
      var input = call.input("lambda", "UpdateAlias", omitting: ["RoutingConfig"])
      if call.properties["Description"] == nil { input["Description"] = "" }
      input["RoutingConfig"] = routing(call) ?? ["AdditionalVersionWeights": [:]]
      try await call.send("lambda", "UpdateAlias", input.merging(names(call)) { _, name in name })
    }
    if call.changed.contains("ProvisionedConcurrencyConfig") { try await ProvisionedConcurrency.put(call, call.identifier) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("lambda", "DeleteAlias", names(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for function in try await FunctionHandler().list(call, matching: filter) {
      let aliases = try await call.pages(
        "lambda", "ListAliases", ["FunctionName": .string(function)], absent: ["ResourceNotFoundException"])
      found += aliases.compactMap { $0["AliasArn"]?.string }
    }
    return found
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] {
    let alias = QualifiedFunction(call.identifier)
    return ["FunctionName": .string(alias.name), "Name": .string(alias.qualifier)]
  }

  /// Weights of versions: a list in a declaration, a map to the API.
  private func routing(_ call: ResourceCall) -> AWSValue? {
    guard let weights = call.properties["RoutingConfig"]?["AdditionalVersionWeights"]?.arrayValue else { return nil }
    var map: [String: AWSValue] = [:]
    for weight in weights {
      if let version = weight["FunctionVersion"].flatMap({ AWSValue($0).scalarText }) { map[version] = AWSValue(weight["FunctionWeight"]) }
    }
    return ["AdditionalVersionWeights": .structure(map)]
  }
}
