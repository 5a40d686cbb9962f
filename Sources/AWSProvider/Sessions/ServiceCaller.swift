public import AWSClient

/// Calls operations of AWS's services in one account and region: the client, or a double in tests.
public protocol ServiceCaller: Sendable {
  /// Calls an operation, named as in the service's model.
  func call(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSValue
}
