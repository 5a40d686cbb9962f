/// Where in S3 an environment's state lies.
public struct S3StateLocation: Sendable, Hashable {
  public var bucket: String
  /// The beginning of all keys, without slashes at its ends; may be empty.
  public var prefix: String
  public var environment: String
  /// The KMS key that encrypts objects: identifier, ARN or alias; `nil` for the key that AWS manages for S3.
  public var key: String?
  /// The account that must own the bucket; `nil` for whichever does.
  public var account: String?
  /// The table of the lock; `nil` for a lock in S3.
  public var lockTable: String?

  /// Creates a location.
  public init(
    bucket: String, prefix: String, environment: String, key: String? = nil, account: String? = nil, lockTable: String? = nil
  ) {
    self.bucket = bucket
    self.prefix = String(prefix.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    self.environment = environment
    self.key = key
    self.account = account
    self.lockTable = lockTable
  }

  /// The beginning of the environment's keys, with a slash at its end.
  public var folder: String { prefix.isEmpty ? "\(environment)/" : "\(prefix)/\(environment)/" }

  /// The key of the lock's item in DynamoDB.
  public var lockID: String { "\(bucket)/\(folder.dropLast())" }
}
