import AWSClient

/// What the resources of user pools share.
enum UserPools {
  static let service = "cognito-idp"
  static let absent: Set<String> = ["ResourceNotFoundException"]

  /// The pools that a search is about: the one that the filter names, else all.
  static func identifiers(_ call: ResourceCall, _ filter: ListFilter) async throws -> [String] {
    if let pool = filter.text("UserPoolId") { return [pool] }
    return try await call.pages(service, "ListUserPools", ["MaxResults": 60]).compactMap { $0["Id"]?.string }
  }

  /// The objects of each of the pools that a search is about.
  static func list(
    _ call: ResourceCall, _ filter: ListFilter, _ operation: String, pageSize: [String: AWSValue?], identifier: (AWSValue) -> String?
  ) async throws -> [String] {
    var found: [String] = []
    for pool in try await identifiers(call, filter) {
      let input = pageSize.merging(["UserPoolId": .string(pool)]) { size, _ in size }
      found += try await call.pages(service, operation, input).compactMap(identifier).map { "\(pool)|\($0)" }
    }
    return found
  }
}
