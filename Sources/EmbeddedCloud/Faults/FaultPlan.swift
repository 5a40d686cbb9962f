/// What goes wrong, when, and how often.
///
/// Rules are tried in order; the first that matches a call and happens decides. The random ones follow from the cloud's seed.
public struct FaultPlan: Sendable {
  /// One kind of trouble.
  public enum Fault: Sendable, Hashable {
    /// Refused because of too many calls; may be repeated.
    case throttled(retryAfter: Int?)
    /// A 5xx answer: nobody knows whether the call was executed; here it was, or it was not.
    case serviceFailure(executed: Bool)
    /// The call was executed and its answer got lost.
    case lostResponse
    /// The connection could not be made.
    case refusedConnection
    case accessDenied
    /// A create whose later step failed: the object exists.
    case partialCreate
    /// An answer that takes this many milliseconds on the cloud's clock.
    case slow(milliseconds: Int)
    /// The answer of an earlier question comes once more: a poll that was done shows progress again.
    case staleAnswer
  }

  /// The kinds of calls.
  public enum Call: String, Sendable, Hashable, CaseIterable {
    case create, read, update, delete, poll, find
  }

  /// A fault with the calls that it hits.
  public struct Rule: Sendable {
    public var fault: Fault
    /// Which calls; empty for all.
    public var calls: Set<Call>
    /// Which type; `nil` for all.
    public var type: String?
    /// The first matching call that is hit, counted from 0.
    public var skip: Int
    /// How many matching calls are hit at most; `nil` for no limit.
    public var count: Int?
    /// In how many of a thousand matching calls it happens.
    public var perMille: Int

    /// Creates a rule.
    public init(_ fault: Fault, calls: Set<Call> = [], type: String? = nil, skip: Int = 0, count: Int? = nil, perMille: Int = 1000) {
      self.fault = fault
      self.calls = calls
      self.type = type
      self.skip = skip
      self.count = count
      self.perMille = perMille
    }
  }

  public var rules: [Rule]
  /// While an outage lasts no call gets through: from and until, in milliseconds since 1970.
  public var outage: Range<Int>?

  /// Creates a plan.
  public init(_ rules: [Rule], outage: Range<Int>? = nil) {
    self.rules = rules
    self.outage = outage
  }

  /// Nothing goes wrong.
  public static let none = FaultPlan([])

  /// A bad day: every kind of trouble now and then.
  public static let stormy = FaultPlan([
    Rule(.throttled(retryAfter: nil), perMille: 60),
    Rule(.serviceFailure(executed: true), calls: [.create, .update, .delete], perMille: 15),
    Rule(.serviceFailure(executed: false), perMille: 20), Rule(.lostResponse, calls: [.create, .update, .delete], perMille: 25),
    Rule(.refusedConnection, perMille: 15), Rule(.staleAnswer, calls: [.poll], perMille: 50),
    Rule(.slow(milliseconds: 3000), perMille: 40),
  ])
}
