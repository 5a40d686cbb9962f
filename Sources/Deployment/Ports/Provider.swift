public import StrataModel

/// A cloud: what creates, reads, changes and deletes resources.
///
/// Implement it by forwarding each request to the service that owns the type. A provider keeps no state of its own about a deployment,
/// decides nothing, and never repeats a call whose outcome is unknown: that is recovery's work, because repeating it here would make
/// duplicates. Documents have CloudFormation's schema form. Every implementation passes the shipped conformance suite.
public protocol Provider: ObjectOperations {
  /// A short name for messages, for example `embedded`.
  var name: String { get }

  /// The route that new resources of a type take; `nil` when the target cannot hold the type.
  func route(for type: String, in placement: Placement) -> ResourceRecord.Route?

  /// Proves that the caller can act in a placement, and answers with the caller's identity (an ARN).
  func authenticate(in placement: Placement) async throws(ProviderError) -> String

  /// The text of a secret that the cloud keeps (``SecretSource/Kind/secretsManager`` or ``SecretSource/Kind/systemsManagerParameter``), read in
  /// the place of the resource that takes it.
  ///
  /// - Throws: ``ProviderError`` whose message holds no part of a secret; `unsupported` where the cloud keeps none.
  func secretText(of source: SecretSource, in placement: Placement) async throws(ProviderError) -> String

  /// The answer to a question about the outside world that no object of a type answers: parameters, zones, the organization.
  ///
  /// - Throws: ``ProviderError`` with the code `notFound` when there is no answer, `unsupported` where the cloud cannot be asked so.
  func lookUp(_ query: LookupQuery) async throws(ProviderError) -> PropertyValue

  /// Whether actions can make a call here; what the answer of a call will be shows only when it is made.
  func offers(_ request: ServiceRequest) -> Bool

  /// For how many seconds a call may still take effect after its caller died; 0 for a cloud that dies with its caller.
  var callLifetime: Int { get }

  /// How long a negative answer may lag behind a create of a type, in seconds; `nil` for what the type's behavior says.
  func settleTime(of type: String) -> Int?

  /// Whether the service shows of an object that an operation on it goes on; ``isInProgress(_:)`` is asked only then.
  func showsProgress(of target: ObjectTarget) -> Bool

  /// Whether an operation on an object goes on, for example its deletion.
  ///
  /// `false` must be certain, as long as no request is on its way; `true` may also mean that the service does not know.
  ///
  /// - Throws: ``ProviderError``, with the code `notFound` when it is known that there is no such object.
  func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool

  /// What does not work for a type as its API promises.
  func shortcomings(of type: String) -> Set<Shortcoming>
}
