import StrataModel

/// How resources of one type are made, read, changed, deleted and listed through their service's own API.
///
/// Implement it so that it reads like the API's documentation: each method makes the calls that the service wants, and nothing else. Errors of
/// calls are thrown as they come; ``ErrorMapping`` gives them their meaning. Documents have the form of the type's CloudFormation schema, and
/// ``ResourceCall`` converts between them and the shapes of the API. Never repeat a call here: a create of unknown outcome is recovery's work.
protocol ResourceHandler: Sendable {
  /// The CloudFormation name of the type.
  static var type: String { get }
  /// Raised when the handle's form changes; a handler reads the handle of the version before.
  static var version: Int { get }

  /// Makes the object of `call.properties`.
  ///
  /// Throws ``PartialCreate`` when the object exists and a later call failed.
  func create(_ call: ResourceCall) async throws -> CreatedObject

  /// The readable properties of `call.identifier`, read-only ones among them; `nil` when there is no such object.
  func read(_ call: ResourceCall) async throws -> PropertyObject?

  /// Brings `call.identifier` from `call.previous` to `call.properties`; `call.changed` names the top properties that differ.
  func update(_ call: ResourceCall) async throws

  /// Deletes `call.identifier`; `call.properties` are the last applied ones.
  func delete(_ call: ResourceCall) async throws -> Deletion

  /// The identifiers of the objects that may match: all of them, or fewer where the API can search.
  ///
  /// The caller reads and compares what comes back, so too many is slow and too few is wrong.
  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String]

  /// The identifiers of the objects that were made with a caller reference, for the types whose creates take one.
  ///
  /// A repeated create is refused there and says nothing of the object, so this is how one is found whose create was interrupted.
  func list(_ call: ResourceCall, madeWith callerReference: String) async throws -> [String]

  /// Whether the object's last operation has ended; asked after each create, update and started delete.
  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness

  /// What readiness must know of the declaration, for later processes that have only the identifier; without slashes.
  func memo(_ call: ResourceCall) -> String?

  /// Whether creates, updates or deletes go on after their call was answered.
  static var waits: Set<Intent.Operation> { get }
}

extension ResourceHandler {
  static var version: Int { 1 }
  static var waits: Set<Intent.Operation> { [] }

  func update(_ call: ResourceCall) async throws {}

  func memo(_ call: ResourceCall) -> String? { nil }

  func list(_ call: ResourceCall, madeWith callerReference: String) async throws -> [String] {
    throw ProviderFailure.unsupported("Objects of \(Self.type) have no caller reference.")
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness { .ready }
}
