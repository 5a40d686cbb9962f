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

  private func connect(_ endpoint: String?) async throws(CommandFailure) -> any Provider {
    try await AWSConnection.open(
      endpoint: endpoint, region: environment.region.name, variables: ProcessInfo.processInfo.environment
    ).provider
  }
}
