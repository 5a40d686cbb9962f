import AWSClient

extension ResourceCall {
  /// All elements of a list operation for which the models name no paginator.
  ///
  /// - Parameters:
  ///   - member: where the elements stand in an answer; a path with dots between.
  ///   - token: the member that says, in answers and inputs alike, where to go on.
  func elements(
    _ service: String, _ operation: String, in member: String, token: String = "NextToken", _ input: [String: AWSValue?] = [:]
  ) async throws(AWSError) -> [AWSValue] {
    var input = input
    var elements: [AWSValue] = []
    while true {
      let page = try await send(service, operation, input)
      let found = page.value(at: member)?.list ?? []
      elements += found
      // Some services give a token with the last page, too; the page after it is empty.
      guard !found.isEmpty, let next = page[token]?.string, !next.isEmpty else { return elements }
      input[token] = .string(next)
    }
  }
}
