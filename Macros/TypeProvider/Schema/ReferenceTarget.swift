/// The resource type whose identifier a property holds, and which of its attributes the property wants.
public struct ReferenceTarget: Sendable, Hashable {
  /// The service's enumeration, for example `EC2`.
  public let service: String

  /// The resource's type inside of it, for example `VPC`.
  public let resource: String

  /// The attribute whose value the property takes, for example `VpcId`.
  public let attribute: String

  /// Creates a target.
  public init(service: String, resource: String, attribute: String) {
    self.service = service
    self.resource = resource
    self.attribute = attribute
  }

  /// The CloudFormation type name.
  public var typeName: String { "AWS::\(service)::\(resource)" }
}
