/// What signing and endpoints need to know of a service.
struct ServiceDescription: Sendable, Hashable {
  /// The name that callers use, for example `kms` or `elbv2`.
  var name: String
  /// The first label of the service's hosts, for example `kms` or `elasticloadbalancing`.
  var endpointPrefix: String
  /// The service's name in the scope of a signature.
  var signingName: String
  /// The service's identifier with spaces, for example `Elastic Load Balancing v2`; settings for one service derive their names from it.
  var serviceID: String
  /// Whether S3's variations of signing and addressing hold.
  var usesS3Rules: Bool
}
