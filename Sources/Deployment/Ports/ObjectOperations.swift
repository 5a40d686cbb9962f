/// What can be done to the objects of a cloud, or of a part of one.
public protocol ObjectOperations: Sendable {
  /// Starts to create an object.
  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress

  /// The object as it stands now.
  ///
  /// - Throws: ``ProviderError`` with the code `notFound` when there is none.
  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription

  /// Starts to bring an object to new properties.
  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress

  /// Starts to delete an object; deleting what is not there throws `notFound`.
  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress

  /// Asks how an operation goes that ``OperationProgress/inProgress(_:)`` announced.
  ///
  /// - Throws: ``ProviderError`` with the execution `executed` when the operation itself ended so; any other execution means that the question
  ///   failed, and that it may be asked again.
  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress

  /// The objects of a type that match, for recovery and import; what the API offers no way to search is reported as `unsupported`.
  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription]
}
