import AWSClient

extension ResourceCall {
  /// Makes calls; `nil` when one of them is refused as it may be.
  func unless<Answer>(
    _ isExpected: (AWSError) -> Bool, _ calls: () async throws(AWSError) -> Answer
  ) async throws(AWSError) -> Answer? {
    do { return try await calls() } catch {
      if isExpected(error) { return nil }
      throw error
    }
  }
}
