import AWSClient
import StrataModel

/// A global table's properties as those of a table in one region.
enum GlobalTableInput {
  private static let refused = [
    "GlobalTableSourceArn", "GlobalTableWitnesses", "MultiRegionConsistency", "ReadProvisionedThroughputSettings",
    "WriteProvisionedThroughputSettings",
  ]
  private static let refusedOfIndexes = [
    "ReadOnDemandThroughputSettings", "ReadProvisionedThroughputSettings", "WriteOnDemandThroughputSettings",
    "WriteProvisionedThroughputSettings",
  ]
  private static let refusedOfReplicas = [
    "ContributorInsightsSpecification", "GlobalSecondaryIndexes", "GlobalTableSettingsReplicationMode", "KinesisStreamSpecification",
    "ReadOnDemandThroughputSettings", "ReadProvisionedThroughputSettings", "ReplicaStreamSpecification", "ResourcePolicy",
  ]

  /// Refuses what is not written here, so that nothing is passed over in silence.
  static func check(_ call: ResourceCall) throws {
    let replicas = call.properties["Replicas"]?.arrayValue ?? []
    guard replicas.contains(where: { $0["Region"]?.stringValue == call.placement.region }) else {
      throw ProviderFailure.invalid("A global table is made in one of its replicas' regions; \(call.placement.region) is none of them.")
    }
    var names = refused.filter { call.properties[$0] != nil }
    let indexes = call.properties["GlobalSecondaryIndexes"]?.arrayValue ?? []
    names += refusedOfIndexes.filter { name in indexes.contains { $0[name] != nil } }
    names += refusedOfReplicas.filter { name in replicas.contains { $0[name] != nil } }
    if let name = names.first { throw ProviderFailure.unsupported("\(name) of a global table has no operation here.") }
    if call.text("BillingMode") != "PAY_PER_REQUEST" {
      throw ProviderFailure.unsupported("A global table's BillingMode must be PAY_PER_REQUEST here.")
    }
  }

  static func replica(_ properties: PropertyObject, in region: String) -> PropertyValue? {
    properties["Replicas"]?.arrayValue?.first { $0["Region"]?.stringValue == region }
  }

  static func tags(_ properties: PropertyObject, in region: String) -> AWSValue? {
    let tags = TagChange.tags(replica(properties, in: region)?["Tags"]).sorted { $0.key < $1.key }
    return tags.isEmpty ? nil : .tagList(tags.map { ($0.key, $0.value) })
  }

  /// The properties of `AWS::DynamoDB::Table` that stand for this table in a region.
  static func table(_ properties: PropertyObject, in region: String) -> PropertyObject {
    var table = properties
    let replicas = properties["Replicas"]?.arrayValue ?? []
    let own = replica(properties, in: region)
    for name in ["ReadOnDemandThroughputSettings", "Replicas", "TimeToLiveSpecification", "WriteOnDemandThroughputSettings"] {
      table[name] = nil
    }
    // Replication reads the stream.
    if replicas.count > 1, table["StreamSpecification"] == nil { table["StreamSpecification"] = ["StreamViewType": "NEW_AND_OLD_IMAGES"] }
    if var encryption = table["SSESpecification"]?.objectValue {
      encryption["KMSMasterKeyId"] = own?["SSESpecification"]?["KMSMasterKeyId"]
      table["SSESpecification"] = .object(encryption)
    }
    var limits = PropertyObject()
    limits["MaxReadRequestUnits"] = properties["ReadOnDemandThroughputSettings"]?["MaxReadRequestUnits"]
    limits["MaxWriteRequestUnits"] = properties["WriteOnDemandThroughputSettings"]?["MaxWriteRequestUnits"]
    if !limits.isEmpty { table["OnDemandThroughput"] = .object(limits) }
    table["DeletionProtectionEnabled"] = own?["DeletionProtectionEnabled"]
    table["TableClass"] = own?["TableClass"]
    return table
  }
}
