public import StrataAWS
public import StrataLanguage

/// An on-demand table that is encrypted with a customer-managed key and can be restored to any second of the last 35 days.
///
/// Creates a `DynamoDB.Table` with deletion protection, protected in the plan as well. 35 days is the longest that point-in-time recovery
/// offers: for more, use ``DailyBackup``.
///
/// To deviate: `expiresBy` names the attribute that holds the time, in seconds since 1970, after which DynamoDB may delete an item; it
/// usually does so within days, not to the second.
@Component
public final class EncryptedTable: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  let partitionKey: TableKey
  let sortKey: TableKey?
  let expiresBy: String?

  public lazy var table = DynamoDB.Table(
    "table", keySchema: keySchema, attributeDefinitions: keys.map { .init(attributeName: $0.name, attributeType: $0.type) },
    billingMode: "PAY_PER_REQUEST", deletionProtectionEnabled: true,
    pointInTimeRecoverySpecification: .init(pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35),
    sseSpecification: .init(sseEnabled: true, kmsMasterKeyId: key, sseType: .kms), tableName: name,
    timeToLiveSpecification: expiresBy.map { .init(enabled: true, attributeName: $0) }
  ).protected()

  private var keys: [TableKey] { [partitionKey] + (sortKey.map { [$0] } ?? []) }

  private var keySchema: [DynamoDB.Table.KeySchema] {
    zip(keys, ["HASH", "RANGE"]).map { .init(attributeName: $0.name, keyType: $1) }
  }

  public var resource: DynamoDB.Table { table }

  /// The table's name.
  public var tableName: Value<String> { Value(table.tableName) }

  /// The table's ARN.
  public var arn: Value<String> { Value(table.arn) }
}
