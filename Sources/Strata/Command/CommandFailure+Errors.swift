import AWSClient
import StrataDeployment
import StrataModel

extension CommandFailure {
  /// Creates a failure from trouble with state.
  init(_ error: StateError) {
    self.init(Diagnostic(.error, code: "state-\(error.code.rawValue)", error.message))
  }

  /// Creates a failure from a deployment that did not begin.
  init(_ error: DeploymentError) {
    self.init(Diagnostic(.error, code: "deployment-\(error.code.rawValue)", error.message))
  }

  /// Creates a failure from a plan file that cannot be used.
  init(_ error: PlanFileError) {
    self.init(Diagnostic(.error, code: "plan-file-\(error.code.rawValue)", error.message, remedy: error.remedy))
  }

  /// Creates a failure from settings of AWS that cannot be used.
  init(_ error: ConfigurationError) {
    self.init(Diagnostic(.error, code: "aws-configuration", error.description))
  }

  /// Creates a failure from a cloud that refuses.
  init(_ error: ProviderError) {
    self.init(Diagnostic(.error, code: "provider-\(error.code.rawValue)", error.message, path: error.path))
  }
}
