public import StrataModel

/// How far an operation has come.
public enum OperationProgress: Sendable, Hashable {
  /// The operation ended, and this is the object; after a delete that only schedules it says until when.
  case done(ObjectDescription)
  /// The object is gone.
  case gone
  /// The operation goes on; ask again.
  case inProgress(Pending)

  /// An operation that is under way.
  public struct Pending: Sendable, Hashable {
    public var identifier: String?
    public var handle: PropertyValue?
    /// What ``ObjectOperations/poll(_:)`` needs, valid across processes.
    public var waitToken: String
    /// The earliest sensible time of the next question, in milliseconds from now.
    public var pollAfter: Int
    /// Whether the object's attributes can be read already.
    public var description: ObjectDescription?

    /// Creates a pending operation.
    public init(
      identifier: String? = nil, handle: PropertyValue? = nil, waitToken: String, pollAfter: Int, description: ObjectDescription? = nil
    ) {
      self.identifier = identifier
      self.handle = handle
      self.waitToken = waitToken
      self.pollAfter = pollAfter
      self.description = description
    }
  }
}
