import AWSClient
import StrataModel

/// Sources of vended logs: logs:PutDeliverySource and its companions.
///
/// Those of CloudFront are made in us-east-1.
struct DeliverySourceHandler: ResourceHandler {
  static let type = "AWS::Logs::DeliverySource"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    let answer = try await call.send("logs", "PutDeliverySource", call.input("logs", "PutDeliverySource"))
    return CreatedObject(name, attributes: document(call, answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = AWSValue.string(call.identifier)
    let answer = try await call.find("logs", "GetDeliverySource", ["name": name], absent: ["ResourceNotFoundException"])
    guard let answer else { return nil }
    var document = document(call, answer)
    document["Tags"] = try await call.logsTags(arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("ResourceArn") || call.changed.contains("LogType") {
      var input = call.input("logs", "PutDeliverySource", omitting: ["Tags"])
      input["name"] = .string(call.identifier)
      try await call.send("logs", "PutDeliverySource", input)
    }
    try await call.updateLogsTags(arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteDeliverySource", ["name": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.pages("logs", "DescribeDeliverySources").compactMap { $0["name"]?.string }
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("logs", "delivery-source:\(call.identifier)") }

  private func document(_ call: ResourceCall, _ answer: AWSValue) -> PropertyObject {
    let source = answer["deliverySource"]
    var document = call.document(source)
    // A source has one resource, which the API shows as a list.
    document["ResourceArn"] = source?["resourceArns"]?.list?.first?.propertyValue
    return document
  }
}
