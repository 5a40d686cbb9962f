/// Turns calls into requests and answers into values; implemented from the service models.
protocol OperationCoder: Sendable {
  /// What signing and endpoints need to know of a service; nil for a service without a model.
  func service(_ name: String) -> ServiceDescription?

  /// A request without host: method, path, query, headers, body. `endpoint` is put in as given.
  func encode(_ service: String, _ operation: String, _ input: AWSValue, endpoint: Endpoint) throws(AWSError) -> EncodedRequest

  /// The output of an answer with a status below 300, or the error that it holds.
  func decode(_ service: String, _ operation: String, _ response: HTTPResponse) throws(AWSError) -> AWSValue
}
