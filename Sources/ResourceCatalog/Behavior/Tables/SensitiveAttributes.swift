/// Read-only attributes that are secrets: all that a search of the 1,584 schemas for secrets, passwords and keys among read-only paths found.
enum SensitiveAttributes {
  static func apply(to table: inout BehaviorTable) {
    for (type, attributes) in rows { table.update(type) { $0.sensitiveAttributes = attributes } }
  }

  private static let rows: [(String, [String])] = [
    ("AppSync::ApiKey", ["ApiKey"]),
    ("Cognito::UserPoolClient", ["ClientSecret"]),
    ("IAM::AccessKey", ["SecretAccessKey"]),
    ("ManagedBlockchain::Accessor", ["BillingToken"]),
    ("MediaPackage::Channel", ["HlsIngest.ingestEndpoints.*.Password"]),
  ]
}
