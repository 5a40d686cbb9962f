import AWSClient
import StrataModel

/// The properties of a table in the API's form.
enum TableInput {
  /// Refuses what is not written here, so that nothing is passed over in silence.
  static func check(_ call: ResourceCall) throws {
    let refused = ["ContributorInsightsSpecification", "ImportSourceSpecification"].first { call.properties[$0] != nil }
    if let refused { throw ProviderFailure.unsupported("\(refused) of a table has no operation here.") }
    if call.properties["StreamSpecification"]?["ResourcePolicy"] != nil {
      throw ProviderFailure.unsupported("A table's stream takes no policy here.")
    }
    if call.properties["GlobalSecondaryIndexes"]?.arrayValue?.contains(where: { $0["ContributorInsightsSpecification"] != nil }) == true {
      throw ProviderFailure.unsupported("ContributorInsightsSpecification of an index has no operation here.")
    }
  }

  static func creation(_ call: ResourceCall) -> [String: AWSValue?] {
    var input = call.input("dynamodb", "CreateTable", omitting: ["ResourcePolicy", "SSESpecification", "StreamSpecification"])
    input["SSESpecification"] = encryption(call.properties["SSESpecification"])
    input["StreamSpecification"] = stream(call.properties["StreamSpecification"])
    input["ResourcePolicy"] = policy(call.properties["ResourcePolicy"])
    return input
  }

  /// Encryption by a key of AWS's or by one's own; without a specification DynamoDB's own key is used.
  static func encryption(_ specification: PropertyValue?) -> AWSValue? {
    specification.map { AWSValue($0.renamingFields(["SSEEnabled": "Enabled"])) }
  }

  static func stream(_ specification: PropertyValue?) -> AWSValue? {
    guard let view = AWSValue(specification?["StreamViewType"]) else { return nil }
    return ["StreamEnabled": true, "StreamViewType": view]
  }

  static func policy(_ policy: PropertyValue?) -> AWSValue? {
    policy?["PolicyDocument"].map { .string($0.stringValue ?? JSONWriter.plainText(of: $0)) }
  }
}
