public import StrataAWS

/// An attribute that a table's items are found by: its name and type.
public struct TableKey: Sendable {
  let name: String
  let type: DynamoDB.Table.AttributeDefinition.AttributeType

  /// An attribute that holds text.
  public static func string(_ name: String) -> TableKey { TableKey(name: name, type: .s) }

  /// An attribute that holds a number.
  public static func number(_ name: String) -> TableKey { TableKey(name: name, type: .n) }

  /// An attribute that holds bytes.
  public static func binary(_ name: String) -> TableKey { TableKey(name: name, type: .b) }
}
