import Synchronization

/// What a client's calls learn for each other.
///
/// A class, because copies of a client share it; a lock rather than an actor, because nothing in it waits.
final class ClientState: Sendable {
  private struct Values {
    var clockOffset: Double
    var quota = RetryQuota()
    var rate = AdaptiveRate()
    var bucketRegions: [String: String] = [:]
  }

  private let values: Mutex<Values>

  init(clockOffset: Double = 0) { values = Mutex(Values(clockOffset: clockOffset)) }

  /// Seconds to add to this machine's clock to have AWS's time.
  var clockOffset: Double {
    get { values.withLock { $0.clockOffset } }
    set { values.withLock { $0.clockOffset = newValue } }
  }

  /// Reads or changes the quota of repetitions.
  func quota<Result: Sendable>(_ body: (inout RetryQuota) -> Result) -> Result { values.withLock { body(&$0.quota) } }

  /// Reads or changes the rate of adaptive mode.
  func rate<Result: Sendable>(_ body: (inout AdaptiveRate) -> Result) -> Result { values.withLock { body(&$0.rate) } }

  /// The region where S3 said a bucket is.
  func region(ofBucket bucket: String) -> String? { values.withLock { $0.bucketRegions[bucket] } }

  /// Remembers the region of a bucket.
  func setRegion(_ region: String, ofBucket bucket: String) { values.withLock { $0.bucketRegions[bucket] = region } }
}
