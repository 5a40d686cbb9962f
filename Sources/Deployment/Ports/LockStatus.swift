/// How an environment's lock stands.
public struct LockStatus: Sendable, Hashable {
  public var owner: LockOwner
  /// In how many seconds the lock passes to whoever asks, unless its holder renews it; 0 when it has run out, `nil` where it lasts as long
  /// as its holder lives.
  public var remaining: Int?

  /// Creates a status.
  public init(owner: LockOwner, remaining: Int?) {
    self.owner = owner
    self.remaining = remaining
  }
}
