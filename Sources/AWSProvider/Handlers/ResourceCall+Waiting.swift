import StrataDeployment

extension ResourceCall {
  /// Asks until an answer is yes: for what a service must have finished before the next call of the same operation.
  ///
  /// Waiting for the end of an operation is the engine's part, through a handler's readiness.
  ///
  /// - Throws: ``ProviderError`` with code `conflict` when the time is over.
  func wait(every pause: Duration, atMost limit: Duration, for what: String, until isDone: () async throws -> Bool) async throws {
    var waited = Duration.zero
    while try await !isDone() {
      guard waited < limit else { throw ProviderError(.conflict, "\(what) took longer than \(limit.components.seconds) seconds.") }
      try await Task.sleep(for: pause)
      waited += pause
    }
  }
}
