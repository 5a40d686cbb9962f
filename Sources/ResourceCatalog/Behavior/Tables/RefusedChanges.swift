/// Properties whose change the service refuses although the schema does not call them create-only.
enum RefusedChanges {
  static func apply(to table: inout BehaviorTable) {
    for (type, properties) in rows { table.update(type) { $0.refusedChanges = properties } }
  }

  private static let rows: [(String, [String])] = [
    // "You cannot change the …": KMS CreateKey; multi-Region keys cannot be converted.
    ("KMS::Key", ["KeySpec", "KeyUsage", "MultiRegion", "Origin"]),
    // UpdateUserPool takes none of these. AddCustomAttributes could add to Schema in place; changes of what exists are refused.
    ("Cognito::UserPool", ["AliasAttributes", "Schema", "UsernameAttributes", "UsernameConfiguration"]),
    // "Local secondary indexes can't be added to existing tables": DynamoDB developer guide.
    ("DynamoDB::Table", ["LocalSecondaryIndexes"]),
  ]
}
