import AWSClient

/// Whether a function or version can be used and changed (Lambda Developer Guide, "Lambda function states").
enum FunctionState {
  static func readiness(_ call: ResourceCall, _ name: String) async throws -> Readiness {
    let answer = try await call.find(
      "lambda", "GetFunctionConfiguration", ["FunctionName": .string(name)], absent: ["ResourceNotFoundException"])
    guard let answer else { return .pending(after: 1_000) }
    if answer["State"]?.string == "Failed" {
      return .failed(answer["StateReason"]?.string ?? "Lambda could not make the function.")
    }
    if answer["LastUpdateStatus"]?.string == "Failed" {
      return .failed(answer["LastUpdateStatusReason"]?.string ?? "Lambda could not change the function.")
    }
    let isBusy = answer["State"]?.string == "Pending" || answer["LastUpdateStatus"]?.string == "InProgress"
    return isBusy ? .pending(after: 1_000) : .ready
  }
}
