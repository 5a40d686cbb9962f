/// Who holds a lock, for messages.
public struct LockOwner: Sendable, Hashable {
  public var principal: String
  public var host: String
  public var process: Int
  public var command: String
  /// Seconds since 1970.
  public var since: Int
  /// The boot of the host, where the system tells: process numbers mean something within one boot only.
  public var boot: String?
  /// The page of the job that runs it, for continuous integration.
  public var url: String?

  /// Creates an owner.
  public init(principal: String, host: String, process: Int, command: String, since: Int, boot: String? = nil, url: String? = nil) {
    self.principal = principal
    self.host = host
    self.process = process
    self.command = command
    self.since = since
    self.boot = boot
    self.url = url
  }
}

extension LockOwner: CustomStringConvertible {
  /// Who it is, where and doing what.
  public var description: String {
    "\(principal) on \(host), process \(process): \(command)" + (url.map { " (\($0))" } ?? "")
  }
}
