public import StrataModel

/// Free JSON, for properties of which AWS's schema says no more: policies, dashboards, event patterns.
///
/// It is written as Swift literals; references go in by interpolation, and Swift values by ``init(_:)-(Input<String>)``:
///
/// ```swift
/// eventPattern: ["source": ["aws.guardduty"], "detail": ["severity": [["numeric": [">=", 7]]]]]
/// ```
public struct Document: Sendable {
  /// The value as the graph stores it.
  public let propertyValue: PropertyValue

  /// Creates a document from the graph's form of it.
  public init(propertyValue: PropertyValue) { self.propertyValue = propertyValue }

  /// Creates a document that is a single value.
  public init<T>(_ input: any Input<T>) { propertyValue = input.propertyValue }

  /// Creates a document that is a list.
  public init(_ elements: [Document]) { propertyValue = .array(elements.map(\.propertyValue)) }

  /// Creates a document that is a list of values.
  public init<T>(_ elements: [any Input<T>]) { propertyValue = PropertyFields.list(elements) }

  /// Creates a document from a nested object of a resource's schema.
  public init(_ shape: some Shape) { propertyValue = shape.propertyValue }

  /// Creates a document that is an object; keys are taken in ascending order.
  public init(_ fields: [String: Document]) {
    propertyValue = .object(
      PropertyObject(fields.sorted { $0.key < $1.key }.map { ($0.key, PropertyFields.checked($0.value.propertyValue, key: $0.key)) }))
  }

  /// JSON's null, which Swift's `nil` does not mean: a property that is `nil` is not written at all.
  public static let null = Document(propertyValue: .null)

  /// The document's JSON text, keys ascending, for properties that take JSON as a string.
  public var jsonText: StrataLanguage.Value<String> {
    let expression = Expression(.json, [propertyValue])
    return StrataLanguage.Value(propertyValue: expression.evaluated() ?? .expression(expression))
  }
}

extension Document: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { propertyValue = InterpolationToken.decode(value) }
  public init(integerLiteral value: Int) { propertyValue = .integer(value) }
  public init(floatLiteral value: Double) { propertyValue = .number(value) }
  public init(booleanLiteral value: Bool) { propertyValue = .bool(value) }
  public init(arrayLiteral elements: Document...) { propertyValue = .array(elements.map(\.propertyValue)) }
  public init(dictionaryLiteral elements: (String, Document)...) {
    propertyValue = .object(PropertyObject(elements.map { ($0.0, PropertyFields.checked($0.1.propertyValue, key: $0.0)) }))
  }
}

extension Input where Self == Value<String> {
  /// A JSON text, for properties that take JSON as a string: `dashboardBody: .json(["widgets": [...]])`.
  public static func json(_ document: Document) -> Value<String> { document.jsonText }
}
