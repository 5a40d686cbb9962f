import AWSClient
import StrataModel

/// Destinations of vended logs: logs:PutDeliveryDestination and its companions.
struct DeliveryDestinationHandler: ResourceHandler {
  static let type = "AWS::Logs::DeliveryDestination"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    var input = call.input("logs", "PutDeliveryDestination")
    if let resource = AWSValue(call.properties["DestinationResourceArn"]) {
      input["deliveryDestinationConfiguration"] = ["destinationResourceArn": resource]
    }
    let answer = try await call.send("logs", "PutDeliveryDestination", input)
    try await call.complete(name) { try await putPolicy(call, name) }
    return CreatedObject(name, attributes: document(call, answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let absent: Set = ["ResourceNotFoundException"]
    let name = AWSValue.string(call.identifier)
    guard let answer = try await call.find("logs", "GetDeliveryDestination", ["name": name], absent: absent) else { return nil }
    var document = document(call, answer)
    let policy = try await call.find("logs", "GetDeliveryDestinationPolicy", ["deliveryDestinationName": name], absent: absent)
    if let text = policy?["policy"]?["deliveryDestinationPolicy"], let parsed = ShapeOutput.json(text) {
      document["DeliveryDestinationPolicy"] = [
        "DeliveryDestinationName": .string(call.identifier), "DeliveryDestinationPolicy": parsed,
      ]
    }
    document["Tags"] = try await call.logsTags(arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("DeliveryDestinationPolicy") {
      if call.properties["DeliveryDestinationPolicy"] != nil {
        try await putPolicy(call, call.identifier)
      } else {
        try await call.send("logs", "DeleteDeliveryDestinationPolicy", ["deliveryDestinationName": .string(call.identifier)])
      }
    }
    try await call.updateLogsTags(arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteDeliveryDestination", ["name": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.pages("logs", "DescribeDeliveryDestinations").compactMap { $0["name"]?.string }
  }

  private func putPolicy(_ call: ResourceCall, _ name: String) async throws {
    guard let policy = call.properties["DeliveryDestinationPolicy"]?["DeliveryDestinationPolicy"] else { return }
    let input = call.input("logs", "PutDeliveryDestinationPolicy", from: ["DeliveryDestinationPolicy": policy])
    try await call.send("logs", "PutDeliveryDestinationPolicy", input.merging(["deliveryDestinationName": .string(name)]) { _, new in new })
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("logs", "delivery-destination:\(call.identifier)") }

  private func document(_ call: ResourceCall, _ answer: AWSValue) -> PropertyObject {
    let destination = answer["deliveryDestination"]
    var document = call.document(destination)
    document["DestinationResourceArn"] = destination?["deliveryDestinationConfiguration"]?["destinationResourceArn"]?.propertyValue
    return document
  }
}
