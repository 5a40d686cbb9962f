import StrataLanguage
import StrataModel

/// A table defines exactly the attributes that its keys and indexes name.
struct TableKeys: GraphCheck {
  let types = ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"]
  let source = """
    DynamoDB API reference, CreateTable: "Number of attributes in KeySchema does not exactly match number of attributes defined in \
    AttributeDefinitions"; the partition key comes first
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for type in types {
      for index in program.indices(of: type) { check(program.resources[index], &report) }
    }
  }

  private func check(_ table: DeclaredResource, _ report: inout DiagnosticReport) {
    var used: Set<String> = []
    var isKnown = true
    var schemas: [(PropertyPath, PropertyValue?)] = [("KeySchema", table.properties["KeySchema"])]
    for property in ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"] {
      for (position, index) in (table.properties[property]?.elements ?? []).enumerated() {
        schemas.append((PropertyPath([.key(property), .index(position), .key("KeySchema")]), index["KeySchema"]))
      }
      if table.properties[property] != nil, table.properties[property]?.arrayValue == nil { isKnown = false }
    }
    let definitions = table.properties["AttributeDefinitions"]?.arrayValue
    let defined = definitions?.compactMap { $0["AttributeName"]?.stringValue } ?? []
    if definitions == nil || defined.count != definitions?.count { isKnown = false }
    for (path, schema) in schemas {
      guard let keys = schema?.arrayValue else {
        if schema != nil { isKnown = false }
        continue
      }
      if let first = keys.first?["KeyType"]?.stringValue, first != "HASH" {
        report.error(
          "key-order", "\(path) begins with a \(first) key; the HASH key comes first", at: table, path: path)
      }
      if keys.count == 2, keys[1]["KeyType"]?.stringValue == "HASH" {
        report.error("key-order", "\(path) has two HASH keys; the second must be RANGE", at: table, path: path)
      }
      for (position, key) in keys.enumerated() {
        guard let name = key["AttributeName"]?.stringValue else {
          isKnown = false
          continue
        }
        used.insert(name)
        if definitions != nil, defined.count == definitions?.count, !defined.contains(name) {
          report.error(
            "undefined-key-attribute", "\(path) names '\(name)', which AttributeDefinitions does not define",
            remedy: "add {AttributeName: '\(name)', AttributeType: 'S', 'N' or 'B'} to AttributeDefinitions", at: table,
            path: path.appending(index: position).appending(key: "AttributeName"))
        }
      }
    }
    guard isKnown else { return }
    for (position, name) in defined.enumerated() where !used.contains(name) {
      report.error(
        "unused-attribute-definition", "AttributeDefinitions defines '\(name)', which no key or index uses",
        remedy: "remove it: DynamoDB needs no definition of other attributes", at: table,
        path: PropertyPath([.key("AttributeDefinitions"), .index(position)]))
    }
  }
}
