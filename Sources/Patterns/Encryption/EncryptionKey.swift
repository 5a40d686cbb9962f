public import StrataAWS
public import StrataLanguage
public import StrataModel

/// A key that something is encrypted with, for what does not mind whether it is an ``EncryptedKey`` or its replica in another region.
public struct EncryptionKey: StrataLanguage.Reference {
  public typealias Target = KMS.Key

  private let key: any StrataLanguage.Reference<KMS.Key>

  /// The key's ARN.
  public let arn: Value<String>

  /// The key's id.
  public let keyId: Value<String>

  /// A key of this region.
  public init(_ key: EncryptedKey) {
    self.key = key
    arn = key.arn
    keyId = Value(key.key.keyId)
  }

  /// The replica of a key of another region.
  public init(_ replica: KeyReplica) {
    key = replica
    arn = replica.arn
    keyId = Value(replica.replica.keyId)
  }

  public func reference(to attribute: String) -> PropertyValue { key.reference(to: attribute) }
}
