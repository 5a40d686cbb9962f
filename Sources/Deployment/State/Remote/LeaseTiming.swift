/// How long a lease lasts, and what its holder may do when, in milliseconds of a clock that counts sleep.
///
/// ```
/// 0 ──── renewal ──── renewal ──── callLimit ──── timeToLive
///        15 s         30 s         40 s           60 s        by default
/// ```
public struct LeaseTiming: Sendable, Hashable {
  /// After how long without a renewal somebody else may take the lease, by the server's clock.
  public let timeToLive: Int

  /// The lease of a minute.
  public static let standard = LeaseTiming(seconds: 60)

  /// Creates the timing of a lease.
  ///
  /// - Parameter seconds: how long it lasts, at least 3: the server's clock has whole seconds.
  public init(seconds: Int) { timeToLive = min(max(seconds, 3), 86_400) * 1_000 }

  /// How long after a renewal the next one is made.
  public var renewal: Int { timeToLive / 4 }

  /// How long after a renewal a call may still leave: what remains is for the call to be on its way, and for clocks that differ.
  public var callLimit: Int { timeToLive * 2 / 3 }

  /// How long a write is repeated before it is given up.
  public var patience: Int { timeToLive / 2 }

  /// The time to live in seconds, as it stands in the record.
  var seconds: Int { timeToLive / 1_000 }
}
