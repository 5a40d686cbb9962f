public import StrataModel

/// An existing object that a lookup finds; see ``Lookup/resource(_:_:in:fileID:line:column:)``.
///
/// It fits where a resource of the type is expected, and yields the attribute that the property wants.
public struct FoundResource<Target: Resource>: Reference, Sendable {
  private let kind: String
  private let question: PropertyObject
  private let region: Region?
  private let source: SourceLocation

  init(_ kind: String, _ question: PropertyObject, _ region: Region?, _ source: SourceLocation) {
    self.kind = kind
    self.question = question
    self.region = region
    self.source = source
  }

  public func reference(to attribute: String) -> PropertyValue {
    var question = question
    question["Type"] = .string(Target.typeName)
    question["Attribute"] = .string(attribute)
    return LookupQuestion.value(kind, question, region, source)
  }

  /// A property or attribute of the object by its CloudFormation name, for example `Arn` or `Endpoint.Address`.
  public func attribute(_ name: String) -> Value<String> { Value(propertyValue: reference(to: name)) }

  /// The object's ARN, where the type has one of the name `Arn`.
  public var arn: Value<String> { attribute("Arn") }
}
