public import StrataModel

/// A value that a property takes: a literal, a plain Swift variable, a reference to another resource's attribute, or an expression.
///
/// Parameters of resources have the type `any Input<Int>`, `any Input<String>` and so on, so that all of these can be passed without a conversion:
///
/// ```swift
/// KMS.Key("phi", rotationPeriodInDays: 365)             // a literal
/// KMS.Key("phi", rotationPeriodInDays: settings.days)   // an Int
/// SQS.Queue("jobs", queueName: "\(table.tableName)-jobs")   // a string that stays tied to the table's name
/// ```
///
/// To make your own type an input, return the value in CloudFormation's form from ``propertyValue``.
public protocol Input<Wrapped>: Sendable {
  /// The Swift type that the value has once it is known.
  associatedtype Wrapped

  /// The value as the graph stores it.
  var propertyValue: PropertyValue { get }
}

extension Int: Input, Number {
  public typealias Wrapped = Int
  public var propertyValue: PropertyValue { .integer(self) }
}

extension Double: Input, Number {
  public typealias Wrapped = Double
  public var propertyValue: PropertyValue { .number(self) }
}

extension Bool: Input {
  public typealias Wrapped = Bool
  public var propertyValue: PropertyValue { .bool(self) }
}

extension String: Input {
  public typealias Wrapped = String

  /// The text; where references were interpolated into it, a join of text and references.
  public var propertyValue: PropertyValue { InterpolationToken.decode(self) }
}
