import StrataModel

extension Input where Wrapped == String {
  /// The parts of the text between occurrences of a separator, computed when the text is known.
  public func split(separator: String) -> Value<[String]> {
    .computing(.split, [.string(separator), propertyValue])
  }

  /// The Base64 form of the text's UTF-8 bytes, computed when the text is known.
  public func base64() -> Value<String> { .computing(.base64, [propertyValue]) }
}

extension Value where Wrapped == [String] {
  /// The elements as one text with a separator between them.
  public func joined(separator: String) -> Value<String> { .computing(.join, [.string(separator), propertyValue]) }

  /// The element at an index, counted from 0.
  public func select(_ index: Int) -> Value<String> { .computing(.select, [.integer(index), propertyValue]) }
}

extension Sequence where Element: Input, Element.Wrapped == String {
  /// The values as one text with a separator between them, computed when all of them are known.
  public func joined(separator: String) -> Value<String> {
    .computing(.join, [.string(separator), .array(map(\.propertyValue))])
  }
}

extension Sequence where Element == any Input<String> {
  /// The values as one text with a separator between them, computed when all of them are known.
  public func joined(separator: String) -> Value<String> {
    .computing(.join, [.string(separator), .array(map(\.propertyValue))])
  }
}

extension Array where Element == any Input<String> {
  /// A list that another resource provides as a whole, for example `nameServers: .all(of: zone.nameServers)`.
  public static func all(of list: Value<[String]>) -> [any Input<String>] {
    [Value<String>.computing(.flatten, [list.propertyValue])]
  }
}

extension Value {
  /// The result of a function; a value at once where all arguments are known.
  fileprivate static func computing(_ function: Expression.Function, _ arguments: [PropertyValue]) -> Value {
    let expression = Expression(function, arguments)
    return Value(propertyValue: expression.evaluated() ?? .expression(expression))
  }
}
