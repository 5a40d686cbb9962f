/// The form of a host that is asked for.
struct EndpointVariant: Sendable, Hashable {
  var isFIPS: Bool
  var isDualStack: Bool

  /// The key of a partition's host in ``ServiceHosts``, for example `aws-us-gov+fips`.
  func key(_ partition: Partition) -> String { partition.name + (isFIPS ? "+fips" : "") + (isDualStack ? "+dual" : "") }
}
