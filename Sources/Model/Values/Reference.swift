/// An attribute of a resource, named by the resource's address.
public struct Reference: Sendable, Hashable {
  /// The resource whose attribute is meant.
  public var address: ResourceAddress

  /// The name in the resource's schema: a read-only property (`Arn`, `Endpoint.Address`) or an input (`BucketName`).
  public var attribute: String

  /// Creates a reference.
  public init(_ address: ResourceAddress, _ attribute: String) {
    self.address = address
    self.attribute = attribute
  }
}

extension Reference: CustomStringConvertible {
  public var description: String { "\(address).\(attribute)" }
}
