public import StrataModel

/// Something that identifies a `Target`: the resource itself, one of its identifiers, or ``existing(_:)`` for what lives outside of the program.
///
/// A property that holds another resource's identifier has the type `any Reference<EC2.VPC>`. The property, not the caller, knows whether AWS
/// wants the id, the ARN or the name there, so `vpcId: vpc` is all there is to write, and a subnet there does not compile.
public protocol Reference<Target> {
  /// The resource type that is identified.
  associatedtype Target

  /// The value of an attribute of the identified resource.
  func reference(to attribute: String) -> PropertyValue
}

/// An identifier of a resource that the program does not declare; see ``Reference/existing(_:)``.
public struct Existing<Target>: Reference, Sendable {
  private let identifier: PropertyValue

  fileprivate init(identifier: PropertyValue) { self.identifier = identifier }

  public func reference(to attribute: String) -> PropertyValue { identifier }
}

extension Reference {
  /// A resource that lives outside of the program, by the identifier that the property wants: `vpcId: .existing("vpc-0abc")`.
  public static func existing<T>(_ identifier: any Input<String>) -> Existing<T> where Self == Existing<T> {
    Existing(identifier: identifier.propertyValue)
  }
}
