public import StrataLanguage
public import StrataModel

/// A component that can be passed where its main resource is expected: `kmsKeyId: key`, with `key` an ``EncryptedKey``.
///
/// A component around one resource should not make its users write `key.key`. Conforming is one line: name the resource.
public protocol ResourceStandIn<Target>: StrataLanguage.Reference {
  /// The type of the resource.
  associatedtype Target: Resource

  /// The resource that the component stands for.
  var resource: Target { get }
}

extension ResourceStandIn {
  public func reference(to attribute: String) -> PropertyValue { resource.reference(to: attribute) }
}
