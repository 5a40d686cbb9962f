import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension Session {
  /// The cloud that the target means.
  ///
  /// - Throws: ``CommandFailure`` for a cloud that cannot be reached, or that this version does not reach.
  func makeProvider() throws(CommandFailure) -> any Provider {
    switch target {
    case .embedded:
      do {
        return try EmbeddedCloud(directory: "\(directory)/cloud")
      } catch {
        throw CommandFailure(
          Diagnostic(.error, code: "embedded-cloud", error.message, remedy: "remove '\(directory)/cloud' to begin with an empty cloud"))
      }
    case .aws, .endpoint:
      throw CommandFailure(
        Diagnostic(
          .error, code: "unreachable-target", "this version deploys to the embedded cloud only, not to \(target.summary)",
          remedy: "add '--target embedded' to try the environment out", at: environment.source))
    }
  }
}
