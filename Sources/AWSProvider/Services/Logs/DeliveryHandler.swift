import AWSClient
import StrataModel

/// Deliveries of vended logs from a source to a destination: logs:CreateDelivery and its companions.
struct DeliveryHandler: ResourceHandler {
  static let type = "AWS::Logs::Delivery"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("logs", "CreateDelivery")
    input["s3DeliveryConfiguration"] = bucketConfiguration(call)
    let answer = try await call.send("logs", "CreateDelivery", input)
    guard let identifier = answer["delivery"]?["id"]?.string else {
      throw ProviderFailure.invalid("logs:CreateDelivery answered without an id")
    }
    return CreatedObject(identifier, attributes: document(call, answer["delivery"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let identifier = AWSValue.string(call.identifier)
    let answer = try await call.find("logs", "GetDelivery", ["id": identifier], absent: ["ResourceNotFoundException"])
    guard let answer else { return nil }
    var document = document(call, answer["delivery"])
    document["Tags"] = try await call.logsTags(arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let configuration: Set = ["RecordFields", "FieldDelimiter", "S3SuffixPath", "S3EnableHiveCompatiblePath"]
    if !call.changed.isDisjoint(with: configuration) {
      var input = call.input("logs", "UpdateDeliveryConfiguration")
      input["id"] = .string(call.identifier)
      input["s3DeliveryConfiguration"] = bucketConfiguration(call)
      try await call.send("logs", "UpdateDeliveryConfiguration", input)
    }
    try await call.updateLogsTags(arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteDelivery", ["id": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let source = filter.text("DeliverySourceName")
    let destination = filter.text("DeliveryDestinationArn")
    return try await call.pages("logs", "DescribeDeliveries").compactMap { delivery in
      if let source, delivery["deliverySourceName"]?.string != source { return nil }
      if let destination, delivery["deliveryDestinationArn"]?.string != destination { return nil }
      return delivery["id"]?.string
    }
  }

  private func bucketConfiguration(_ call: ResourceCall) -> AWSValue? {
    var configuration: [String: AWSValue] = [:]
    configuration["suffixPath"] = AWSValue(call.properties["S3SuffixPath"])
    configuration["enableHiveCompatiblePath"] = AWSValue(call.properties["S3EnableHiveCompatiblePath"])
    return configuration.isEmpty ? nil : .structure(configuration)
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("logs", "delivery:\(call.identifier)") }

  private func document(_ call: ResourceCall, _ delivery: AWSValue?) -> PropertyObject {
    var document = call.document(delivery, renaming: ["DeliveryId": "id"])
    document["S3SuffixPath"] = delivery?["s3DeliveryConfiguration"]?["suffixPath"]?.propertyValue
    document["S3EnableHiveCompatiblePath"] = delivery?["s3DeliveryConfiguration"]?["enableHiveCompatiblePath"]?.propertyValue
    return document
  }
}
