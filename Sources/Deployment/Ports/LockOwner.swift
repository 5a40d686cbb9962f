/// Who holds a lock, for messages.
public struct LockOwner: Sendable, Hashable {
  public var principal: String
  public var host: String
  public var process: Int
  public var command: String
  /// Seconds since 1970.
  public var since: Int

  /// Creates an owner.
  public init(principal: String, host: String, process: Int, command: String, since: Int) {
    self.principal = principal
    self.host = host
    self.process = process
    self.command = command
    self.since = since
  }
}
