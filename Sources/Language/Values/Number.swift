public import StrataModel

/// A number of any kind: what a property of the schema type `number` takes, so that `70` and `0.7` and an `Int` variable all fit.
public protocol Number: Sendable {
  /// The value as the graph stores it.
  var propertyValue: PropertyValue { get }
}
