/// An intent whose outcome is not recorded, with what was heard of it so far.
public struct OpenIntent: Sendable, Hashable {
  /// Names an intent: step numbers repeat from run to run.
  public struct ID: Sendable, Hashable, Comparable {
    public var run: String
    public var step: Int

    /// Creates a name.
    public init(run: String, step: Int) {
      self.run = run
      self.step = step
    }

    public static func < (left: ID, right: ID) -> Bool { (left.run, left.step) < (right.run, right.step) }
  }

  /// The run that wrote the intent.
  public var run: String
  /// When the intent was written, in seconds since 1970: the beginning of its token's window.
  public var at: Int
  public var intent: Intent
  /// What the provider answered before the outcome: an identifier, a handle, a token to wait on.
  public var accepted: JournalEntry.Acceptance?
  /// What went wrong, where an outcome was recorded that proves nothing.
  public var error: String?

  /// Creates an open intent.
  public init(run: String, at: Int = 0, intent: Intent, accepted: JournalEntry.Acceptance? = nil, error: String? = nil) {
    self.run = run
    self.at = at
    self.intent = intent
    self.accepted = accepted
    self.error = error
  }

  public var id: ID { ID(run: run, step: intent.step) }
}
