extension StateSnapshot {
  /// The run that wrote to a state last, and where a rollback from there leads.
  public struct LastRun: Sendable, Hashable {
    /// The run's identity.
    public var run: String
    /// What the user ran.
    public var command: String
    /// The serial of the state that a rollback leads to: the one before the run.
    ///
    /// Where the run is a rollback itself, it is the one that this led to, so that another rollback finishes it and does not undo it.
    public var baseSerial: Int
    /// When the run began, in seconds since 1970.
    public var at: Int

    /// Creates the mark of a run.
    public init(run: String, command: String, baseSerial: Int, at: Int) {
      self.run = run
      self.command = command
      self.baseSerial = baseSerial
      self.at = at
    }
  }
}
