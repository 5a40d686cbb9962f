import AWSClient
import StrataModel

/// A table's description in the form of a declaration.
enum TableOutput {
  static func arn(_ call: ResourceCall, _ name: String) -> String { call.arn("dynamodb", "table/\(name)") }

  static func attributes(_ call: ResourceCall, _ table: AWSValue?) -> PropertyObject {
    var attributes = PropertyObject()
    attributes["Arn"] = table?["TableArn"]?.propertyValue
    attributes["StreamArn"] = table?["LatestStreamArn"]?.propertyValue
    attributes["TableId"] = table?["TableId"]?.propertyValue
    return attributes
  }

  static func document(_ call: ResourceCall, _ table: AWSValue) -> PropertyObject {
    var document = call.document(table, renaming: ["Arn": "TableArn", "StreamArn": "LatestStreamArn"], omitting: ["StreamSpecification"])
    let isOnDemand = table["BillingModeSummary"]?["BillingMode"]?.string == "PAY_PER_REQUEST"
    document["BillingMode"] = isOnDemand ? "PAY_PER_REQUEST" : "PROVISIONED"
    // Zeros that stand for no capacity at all.
    if isOnDemand { document["ProvisionedThroughput"] = nil }
    document["GlobalSecondaryIndexes"] = document["GlobalSecondaryIndexes"]?.arrayValue.map {
      .array($0.map { index($0, isOnDemand: isOnDemand) })
    }
    document["TableClass"] = table["TableClassSummary"]?["TableClass"]?.propertyValue ?? "STANDARD"
    document["SSESpecification"] = encryption(table["SSEDescription"])
    if table["StreamSpecification"]?["StreamEnabled"]?.bool == true, let view = table["StreamSpecification"]?["StreamViewType"] {
      document["StreamSpecification"] = ["StreamViewType": view.propertyValue]
    } else {
      document["StreamArn"] = nil
    }
    return document
  }

  /// An index without the capacity that every index of an on-demand table has.
  private static func index(_ value: PropertyValue, isOnDemand: Bool) -> PropertyValue {
    var index = value.objectValue ?? [:]
    if isOnDemand { index["ProvisionedThroughput"] = nil }
    let capacity = index["ProvisionedThroughput"]
    let base: PropertyValue =
      isOnDemand
      ? ["ReadUnitsPerSecond": 12_000, "WriteUnitsPerSecond": 4_000]
      : ["ReadUnitsPerSecond": capacity?["ReadCapacityUnits"] ?? 0, "WriteUnitsPerSecond": capacity?["WriteCapacityUnits"] ?? 0]
    if index["WarmThroughput"] == base { index["WarmThroughput"] = nil }
    return .object(index)
  }

  private static func encryption(_ description: AWSValue?) -> PropertyValue {
    guard let description, let status = description["Status"]?.string, status != "DISABLED", status != "DISABLING" else {
      return ["SSEEnabled": false]
    }
    var specification: PropertyObject = ["SSEEnabled": true]
    specification["SSEType"] = description["SSEType"]?.propertyValue
    specification["KMSMasterKeyId"] = description["KMSMasterKeyArn"]?.propertyValue
    return .object(specification)
  }
}
