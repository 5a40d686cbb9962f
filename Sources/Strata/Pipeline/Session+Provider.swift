import AWSClient
import Foundation
import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension Session {
  /// The cloud that the target means.
  ///
  /// - Throws: ``CommandFailure`` for a cloud that cannot be reached.
  func makeProvider() async throws(CommandFailure) -> any Provider {
    switch target {
    case .embedded:
      do {
        return try EmbeddedCloud(directory: "\(directory)/cloud")
      } catch {
        throw CommandFailure(
          Diagnostic(.error, code: "embedded-cloud", error.message, remedy: "remove '\(directory)/cloud' to begin with an empty cloud"))
      }
    case .aws: return try await connect(nil)
    case .endpoint(let url, _): return try await connect(url)
    }
  }

  /// The cloud that the target means, for a plan that asks questions.
  ///
  /// - Throws: ``CommandFailure`` for a cloud that cannot be reached, which names what was to be asked and where the program asks it.
  func makeProvider(for questions: [LookupDeclaration]) async throws(CommandFailure) -> any Provider {
    do throws(CommandFailure) {
      return try await makeProvider()
    } catch {
      var failure = error
      failure.diagnostics += questions.map { lookup in
        Diagnostic(.error, code: "unread-lookup", "the lookup of \(lookup.key) could not be read", at: lookup.source)
      }
      throw failure
    }
  }

  private func connect(_ endpoint: String?) async throws(CommandFailure) -> any Provider {
    try await AWSConnection.open(
      endpoint: endpoint, region: environment.region.name, variables: ProcessInfo.processInfo.environment
    ).provider
  }
}
