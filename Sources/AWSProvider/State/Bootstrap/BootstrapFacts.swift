public import AWSClient
import StrataModel

/// What was found where an environment's state shall lie.
public struct BootstrapFacts: Sendable, Hashable {
  /// A bucket as it stands.
  public enum Bucket: Sendable, Hashable {
    case absent
    /// It belongs to another account, or may not be seen.
    case foreign
    case present(BucketFacts)
  }

  /// A KMS key as it stands.
  public enum Key: Sendable, Hashable {
    /// None is configured: AWS's own key for S3 is used.
    case unconfigured
    case absent
    case usable(arn: String)
    /// It exists and cannot encrypt.
    case unusable(reason: String)
  }

  /// A table as it stands.
  public enum Table: Sendable, Hashable {
    /// None is configured: the lock is in S3.
    case unconfigured
    case absent
    case present(TableFacts)
  }

  /// What a bucket is set to.
  public struct BucketFacts: Sendable, Hashable {
    public var region = "us-east-1"
    public var isVersioned = false
    /// The algorithm and key of new objects.
    public var encryption: Encryption?
    public var blocksPublicAccess = false
    public var enforcesOwnership = false
    public var policy: String?
    public var lifecycleRules: [AWSValue] = []
    public var tags: [String: String] = [:]

    /// How new objects are encrypted unless a request says otherwise.
    public struct Encryption: Sendable, Hashable {
      public var algorithm: String
      public var key: String?
    }
  }

  /// What a table is set to.
  public struct TableFacts: Sendable, Hashable {
    /// Whether its key is the string `LockID` alone.
    public var hasLockKey = true
    public var isProtected = false
    public var isRestorable = false
    public var arn = ""
    public var tags: [String: String] = [:]
  }

  /// The account that the caller acts in, and its partition.
  public var account: String
  public var partition: String
  public var bucket: Bucket
  public var key: Key
  public var table: Table

  /// Creates facts.
  public init(account: String, partition: String = "aws", bucket: Bucket, key: Key = .unconfigured, table: Table = .unconfigured) {
    self.account = account
    self.partition = partition
    self.bucket = bucket
    self.key = key
    self.table = table
  }
}
