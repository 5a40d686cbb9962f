import AWSClient
import StrataModel

/// The aggregation of findings of several regions: securityhub:CreateFindingAggregator and its companions.
struct FindingAggregatorHandler: ResourceHandler {
  static let type = "AWS::SecurityHub::FindingAggregator"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send(
      "securityhub", "CreateFindingAggregator", call.input("securityhub", "CreateFindingAggregator"))
    guard let arn = answer["FindingAggregatorArn"]?.string else {
      throw ProviderFailure.invalid("securityhub:CreateFindingAggregator answered without an ARN")
    }
    return CreatedObject(arn, attributes: call.document(answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "securityhub", "GetFindingAggregator", ["FindingAggregatorArn": .string(call.identifier)], absent: SecurityHubAbsence.codes)
    return answer.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input("securityhub", "UpdateFindingAggregator")
    input["FindingAggregatorArn"] = .string(call.identifier)
    try await call.send("securityhub", "UpdateFindingAggregator", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("securityhub", "DeleteFindingAggregator", ["FindingAggregatorArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("securityhub", "ListFindingAggregators").compactMap { $0["FindingAggregatorArn"]?.string }
  }
}
