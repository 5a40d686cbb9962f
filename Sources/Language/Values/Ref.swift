public import StrataModel

/// An identifier of a resource that the program declares: `vpc.vpcId`, `role.arn`, `table.tableName`.
///
/// It fits where a string is wanted and where the resource is: as ``Reference`` it yields the attribute that the property needs.
public struct Ref<Target>: Reference, Input {
  public typealias Wrapped = String

  public let propertyValue: PropertyValue

  /// Creates an identifier from the graph's form of it.
  public init(propertyValue: PropertyValue) { self.propertyValue = propertyValue }

  public func reference(to attribute: String) -> PropertyValue {
    guard case .reference(let reference) = propertyValue else { return propertyValue }
    return .reference(StrataModel.Reference(reference.address, attribute))
  }
}

extension Ref: CustomStringConvertible {
  /// A token that becomes the reference again when the string is used.
  public var description: String { InterpolationToken.text(of: propertyValue) }
}
