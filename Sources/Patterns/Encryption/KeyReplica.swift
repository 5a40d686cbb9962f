public import StrataAWS
public import StrataLanguage
public import StrataModel

/// The replica of a multi-Region key in another region: the same key material, so that what was encrypted there can be read here.
///
/// Creates a `KMS.ReplicaKey`, protected, and its alias. Policies are not replicated: this one is the primary's, with the services of
/// its own region. Place it in the other region; its primary must be made with `isMultiRegion: true`.
@Component
public final class KeyReplica: StrataLanguage.Reference {
  public typealias Target = KMS.Key

  public let id: String
  let alias: String
  let primary: EncryptedKey
  let uses: [KeyUse]

  public lazy var replica = KMS.ReplicaKey(
    "key", keyPolicy: primary.policy(letting: uses), primaryKeyArn: primary,
    description: primary.description, pendingWindowInDays: primary.deletionWindowDays
  ).protected()

  public lazy var keyAlias = KMS.Alias("alias", aliasName: "alias/\(alias)", targetKeyId: .existing(replica.keyId))

  /// The replica's ARN.
  public var arn: Value<String> { Value(replica.arn) }

  public func reference(to attribute: String) -> PropertyValue { replica.reference(to: attribute) }
}
