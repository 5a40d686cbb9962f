public import StrataAWS
public import StrataLanguage
public import StrataModel

/// The replica of a multi-Region key in another region: the same key material, so that what was encrypted there can be read here.
///
/// Creates a `KMS.ReplicaKey`, protected, and its alias. Policies are not replicated: this one names the account and the services of its own
/// region, as ``EncryptedKey`` does. Place it in the other region; its primary must be made with `isMultiRegion: true`.
@Component
public final class KeyReplica: StrataLanguage.Reference {
  public typealias Target = KMS.Key

  public let id: String
  let alias: String
  let primary: EncryptedKey
  let uses: [KeyUse]
  var requiresMFAToDelete = true

  public lazy var replica = KMS.ReplicaKey(
    "key", keyPolicy: EncryptedKey.policy(uses: uses, requiresMFAToDelete: requiresMFAToDelete), primaryKeyArn: primary,
    description: primary.description, pendingWindowInDays: 30
  ).protected()

  public lazy var keyAlias = KMS.Alias("alias", aliasName: "alias/\(alias)", targetKeyId: .existing(replica.keyId))

  /// The replica's ARN.
  public var arn: Value<String> { Value(replica.arn) }

  public func reference(to attribute: String) -> PropertyValue { replica.reference(to: attribute) }
}
