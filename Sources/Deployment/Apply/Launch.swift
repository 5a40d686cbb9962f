import StrataModel

/// Work that a child task does for a deployment.
enum Launch: Sendable {
  case read(step: Int, PreparationReads)
  case create(step: Int, CreateRequest)
  case update(step: Int, UpdateRequest)
  case delete(step: Int, DeleteRequest)
  case poll(step: Int, PollRequest)
  case investigate(step: Int, OpenIntent, revealed: PropertyObject, wasPerhapsExecuted: Bool)
  case append([JournalEntry], compacting: StateSnapshot?)
  case sleep(Scheduler.Timer, Int)
}

/// What a child task brings back.
enum Completion: Sendable {
  case read(step: Int, PreparationAnswers)
  case answered(step: Int, Result<OperationProgress, ProviderError>)
  /// The call was not sent: the lease may be somebody else's by now.
  case held(step: Int, StateError)
  case investigated(step: Int, Verdict)
  case appended(Result<JournalGrowth, StateError>)
  case due(Scheduler.Timer)
  case stop(Scheduler.StopLevel)
  /// Nothing: the stop signal's stream ended.
  case nothing
}

/// What must be read before a step's intent can be written.
struct PreparationReads: Sendable {
  /// The object to change or delete, or to adopt.
  var target: ObjectTarget?
  /// What stands where something shall be made.
  var precheck: IdentityQuery?
  /// Attributes that are never recorded, or were not.
  var attributes: [Reference: ObjectTarget] = [:]
  var secrets: Set<SecretSource> = []
  /// Where the step's resource lives, and so where a secret of its is read that the cloud keeps.
  var placement: Placement?

  var isEmpty: Bool { target == nil && precheck == nil && attributes.isEmpty && secrets.isEmpty }
}

/// What those reads found.
struct PreparationAnswers: Sendable {
  var target: Result<ObjectDescription, ProviderError>?
  var precheck: Result<ObjectDescription?, ProviderError>?
  var attributes: [Reference: Result<PropertyValue, ProviderError>] = [:]
  var secrets: [SecretSource: Result<String, SecretFailure>] = [:]
}
