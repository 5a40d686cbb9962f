import StrataModel

/// What became of an interrupted operation.
enum Verdict: Sendable, Hashable {
  /// The object exists and is ours.
  case found(ObjectDescription, evidence: String)
  /// The operation goes on.
  case pending(OperationProgress.Pending)
  /// The object is gone.
  case gone(evidence: String)
  /// The operation was not executed, or nothing is left of it.
  case absent(evidence: String)
  /// Something of the same name or key exists that is not ours.
  case foreign(ObjectDescription, evidence: String)
  /// An update was executed in part.
  case mixed(ObjectDescription, evidence: String)
  /// Nobody can know.
  case undecided(evidence: String)
}
