/// A declared resource that is not deployed, because the cloud cannot hold it and the user wants the rest (`--skip-unsupported`).
public struct UnsupportedResource: Sendable, Hashable {
  public var address: ResourceAddress
  public var type: String
  /// Why it is left out, in a sentence without a full stop.
  public var reason: String

  /// Creates the mention of a resource.
  public init(_ address: ResourceAddress, _ type: String, reason: String) {
    self.address = address
    self.type = type
    self.reason = reason
  }
}

extension UnsupportedResource {
  package var json: PropertyValue {
    ["address": .string(address.path), "reason": .string(reason), "type": .string(type)]
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a resource that is left out")
    self.init(ResourceAddress(try fields.string("address")), try fields.string("type"), reason: try fields.string("reason"))
  }
}
