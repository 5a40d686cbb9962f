import AWSClient
import AWSProvider

/// A way to services that never answer.
struct DeafCaller: ServiceCaller {
  func call(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSValue {
    throw AWSError(.network, "nobody answers")
  }
}
