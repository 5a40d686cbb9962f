public import StrataAWS
public import StrataLanguage
public import StrataModel

/// The key of a place: a key of its own, or in a second region the replica of the first region's.
public enum RegionalKey: Infrastructure, StrataLanguage.Reference {
  public typealias Target = KMS.Key

  case primary(EncryptedKey)
  case replica(KeyReplica)

  /// The key's ARN.
  public var arn: Value<String> {
    switch self {
    case .primary(let key): key.arn
    case .replica(let key): key.arn
    }
  }

  /// The key's id.
  public var keyId: Value<String> {
    switch self {
    case .primary(let key): Value(key.key.keyId)
    case .replica(let key): Value(key.replica.keyId)
    }
  }

  public func declare(in context: DeclarationContext) {
    switch self {
    case .primary(let key): key.declare(in: context)
    case .replica(let key): key.declare(in: context)
    }
  }

  public func reference(to attribute: String) -> PropertyValue {
    switch self {
    case .primary(let key): key.reference(to: attribute)
    case .replica(let key): key.reference(to: attribute)
    }
  }
}
