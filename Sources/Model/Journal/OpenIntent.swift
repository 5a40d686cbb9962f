/// An intent whose outcome is not recorded, with what was heard of it so far.
public struct OpenIntent: Sendable, Hashable {
  /// The run that wrote the intent.
  public var run: String
  public var intent: Intent
  /// What the provider answered before the outcome: an identifier, a handle, a token to wait on.
  public var accepted: JournalEntry.Acceptance?

  /// Creates an open intent.
  public init(run: String, intent: Intent, accepted: JournalEntry.Acceptance? = nil) {
    self.run = run
    self.intent = intent
    self.accepted = accepted
  }
}
