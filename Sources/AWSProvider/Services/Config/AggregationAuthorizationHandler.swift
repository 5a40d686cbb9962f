import AWSClient
import StrataModel

/// Permissions for accounts to aggregate this one: config:PutAggregationAuthorization and its companions.
struct AggregationAuthorizationHandler: ResourceHandler {
  static let type = "AWS::Config::AggregationAuthorization"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("AuthorizedAccountId"))|\(try call.required("AuthorizedAwsRegion"))"
    let answer = try await call.send(
      "config", "PutAggregationAuthorization", call.input("config", "PutAggregationAuthorization"))
    return CreatedObject(identifier, attributes: call.document(answer["AggregationAuthorization"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    // There is no operation for one authorization.
    let authorizations = try await call.pages("config", "DescribeAggregationAuthorizations")
    guard let authorization = authorizations.first(where: { identifier($0) == call.identifier }) else { return nil }
    var document = call.document(authorization)
    let tags = try await call.pages("config", "ListTagsForResource", ["ResourceArn": arn(call)])
    document["Tags"] = call.document(["Tags": .list(tags)])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws { try await ConfigRecording.updateTags(call, of: arn(call)) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      "config", "DeleteAggregationAuthorization",
      ["AuthorizedAccountId": call.identifierPart(0), "AuthorizedAwsRegion": call.identifierPart(1)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("config", "DescribeAggregationAuthorizations").compactMap(identifier)
  }

  private func identifier(_ authorization: AWSValue) -> String? {
    guard let account = authorization["AuthorizedAccountId"]?.string, let region = authorization["AuthorizedAwsRegion"]?.string else {
      return nil
    }
    return "\(account)|\(region)"
  }

  private func arn(_ call: ResourceCall) -> AWSValue {
    .string(call.arn("config", "aggregation-authorization/\(call.identifierText(0))/\(call.identifierText(1))"))
  }
}
