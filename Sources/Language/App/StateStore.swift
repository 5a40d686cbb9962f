/// Where an environment's state is kept: on this machine, or where a team and its machines share it.
///
/// ```swift
/// Environment(
///   "production", region: .usEast1, target: .aws(account: "123456789012"),
///   state: .s3(bucket: "acme-state", key: "alias/acme-state").encrypted(with: .passphrase())
/// ) { serenity(.production) }
/// ```
///
/// `deploy init production` makes the bucket, its key and the lock's table, or adopts those that exist.
public struct StateStore: Sendable, Hashable {
  /// The place.
  public enum Place: Sendable, Hashable {
    /// A folder of this machine, `.strata` unless the command says otherwise.
    case local
    /// Objects in S3.
    case s3(S3)
  }

  /// A place in S3.
  ///
  /// The keys are `<prefix>/<environment>/…`. Credentials and endpoint are those of the process (`AWS_PROFILE`, `AWS_ENDPOINT_URL_S3` and so
  /// on), whatever the environment's target is.
  public struct S3: Sendable, Hashable {
    public var bucket: String
    /// The beginning of all keys.
    public var prefix: String
    /// The bucket's region; `nil` for the environment's.
    public var region: Region?
    /// The KMS key that encrypts the objects: an identifier, an ARN, or an alias such as `alias/acme-state`.
    ///
    /// `nil` is the key that AWS manages for S3. `init` makes a key for an alias that does not exist.
    public var key: String?
    public var lock: Lock
    /// The account that must own the bucket; `nil` for the target's.
    public var account: String?
  }

  /// Where the lock is.
  public enum Lock: Sendable, Hashable {
    /// An object beside the state.
    case s3
    /// An item in a DynamoDB table whose key is the string `LockID`, in the bucket's region.
    case dynamoDB(table: String)
  }

  /// What encrypts the state itself, so that whoever can read the place reads nothing.
  public enum Encryption: Sendable, Hashable {
    /// A key derived from a passphrase in an environment variable.
    case passphrase(variable: String)
    /// A data key that a KMS key protects: an identifier, an ARN or an alias.
    case kms(key: String)

    /// A key derived from the passphrase in `STRATA_PASSPHRASE`.
    public static func passphrase() -> Encryption { .passphrase(variable: "STRATA_PASSPHRASE") }
  }

  public var place: Place
  /// `nil` for state in clear text, in which secrets have no part anyway.
  public var encryption: Encryption?

  /// A folder of this machine.
  public static let local = StateStore(place: .local)

  /// Objects in S3.
  ///
  /// - Parameters:
  ///   - bucket: the bucket's name.
  ///   - prefix: the beginning of all keys.
  ///   - region: the bucket's region; `nil` for the environment's.
  ///   - key: the KMS key that encrypts the objects; `nil` for the key that AWS manages for S3.
  ///   - lock: where the lock is.
  ///   - account: the account that must own the bucket; `nil` for the target's.
  public static func s3(
    bucket: String, prefix: String = "strata", region: Region? = nil, key: String? = nil, lock: Lock = .s3, account: String? = nil
  ) -> StateStore {
    StateStore(place: .s3(S3(bucket: bucket, prefix: prefix, region: region, key: key, lock: lock, account: account)))
  }

  /// The same place with encrypted content.
  ///
  /// State that is there already is refused until `deploy state encrypt` has rewritten it.
  public func encrypted(with encryption: Encryption) -> StateStore {
    var store = self
    store.encryption = encryption
    return store
  }
}
