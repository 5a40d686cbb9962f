import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient

extension AWSError {
  /// A refusal by a service, named `service:Operation`.
  static func refused(
    _ code: String, _ message: String = "no", _ operation: String = "service:Operation", status: Int = 400
  ) -> AWSError {
    let parts = operation.split(separator: ":").map(String.init)
    return AWSError(.refused, code: code, message, service: parts[0], operation: parts[1], status: status)
  }
}

extension OperationProgress {
  /// The object of an operation that ended.
  var object: ObjectDescription? { if case .done(let description) = self { description } else { nil } }
  /// What an operation that goes on says.
  var pending: Pending? { if case .inProgress(let pending) = self { pending } else { nil } }
}

/// The error with which the provider refuses.
func failure<Answer>(
  sourceLocation: Testing.SourceLocation = #_sourceLocation, _ work: () async throws(ProviderError) -> Answer
) async -> ProviderError? {
  do throws(ProviderError) {
    _ = try await work()
    Issue.record("nothing was refused", sourceLocation: sourceLocation)
    return nil
  } catch {
    return error
  }
}
