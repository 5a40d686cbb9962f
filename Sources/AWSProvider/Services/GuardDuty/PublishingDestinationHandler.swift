import AWSClient
import StrataModel

/// Where findings are exported to: guardduty:CreatePublishingDestination and its companions.
struct PublishingDestinationHandler: ResourceHandler {
  static let type = "AWS::GuardDuty::PublishingDestination"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let detector = try call.required("DetectorId")
    var input = call.input("guardduty", "CreatePublishingDestination")
    input["ClientToken"] = call.token.map { .string($0) }
    let answer = try await call.send("guardduty", "CreatePublishingDestination", input)
    guard let identifier = answer["DestinationId"]?.string else {
      throw ProviderFailure.invalid("guardduty:CreatePublishingDestination answered without an id")
    }
    return CreatedObject("\(detector)|\(identifier)", attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let destination = try await GuardDutyDetectors.find(call, "DescribePublishingDestination", identity(call)) else { return nil }
    var document = call.document(destination, renaming: ["Id": "DestinationId"])
    document["DetectorId"] = call.identifierPart(0).propertyValue
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("DestinationType") {
      throw ProviderFailure.invalid("GuardDuty does not change the type of a publishing destination; replace it.")
    }
    if call.changed.contains("DestinationProperties") {
      let input = call.input("guardduty", "UpdatePublishingDestination").merging(identity(call)) { _, own in own }
      try await call.send("guardduty", "UpdatePublishingDestination", input)
    }
    try await GuardDutyDetectors.updateTags(
      call, "detector/\(call.identifierText(0))/publishingDestination/\(call.identifierText(1))")
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    _ = try await GuardDutyDetectors.find(call, "DeletePublishingDestination", identity(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for detector in try await GuardDutyDetectors.identifiers(call, filter) {
      found += try await call.elements("guardduty", "ListPublishingDestinations", in: "Destinations", ["DetectorId": .string(detector)])
        .compactMap { $0["DestinationId"]?.string }.map { "\(detector)|\($0)" }
    }
    return found
  }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    ["DetectorId": call.identifierPart(0), "DestinationId": call.identifierPart(1)]
  }
}
