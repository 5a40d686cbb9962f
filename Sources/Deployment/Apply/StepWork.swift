import StrataModel

/// What a deployment keeps of a step while it is at work on it.
struct StepWork: Sendable {
  /// The record that the step changes or deletes.
  var record: ResourceRecord?
  var document: ValueResolution.Document?
  /// The texts of the step's secrets; they live no longer than the step.
  var texts: [SecretSource: String] = [:]
  var secrets: [PropertyPath: ResourceRecord.SecretRecord] = [:]
  var intent: Intent?
  /// The paths that an update changes.
  var changedPaths: [PropertyPath] = []
  /// Whether the object is taken over before it is changed.
  var isAdoption = false
  /// Whether the object does not bear the engine's tags as they should be, so that the update brings them too.
  var lacksIdentityTags = false

  var attempt = 0
  var calls = 0
  var retries = 0
  var firstFailure: Int?
  /// Whether a call was sent that may have been executed although no answer says so.
  var hasUnknownCall = false
  /// What the service said when a call failed last.
  var lastFailure: String?
  /// Why a create was refused, where it is asked whether the object is there already.
  var refusal: ProviderError?
  var preparations = 0
  var polls = 0
  var waitingSince: Int?
  var accepted: JournalEntry.Acceptance?
}
