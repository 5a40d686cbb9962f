/// Where S3 finds a bucket's name: in the host on AWS, in the path everywhere else.
///
/// Source: "Virtual hosting of buckets", <https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html>.
enum BucketAddressing {
  /// Moves the bucket from the path to the host, where AWS's certificate covers the resulting name.
  static func addressed(_ request: HTTPRequest, bucket: String, at endpoint: ResolvedEndpoint) -> HTTPRequest {
    let prefix = "/" + PercentEncoding.encode(bucket)
    guard !endpoint.isCustom, isHostLabel(bucket), request.path == prefix || request.path.hasPrefix(prefix + "/") else { return request }
    var request = request
    request.endpoint.host = bucket + "." + request.endpoint.host
    request.path = String(request.path.dropFirst(prefix.count))
    if request.path.isEmpty { request.path = "/" }
    return request
  }

  /// Whether a bucket's name is one label of a host; one with dots would not match AWS's wildcard certificate.
  private static func isHostLabel(_ bucket: String) -> Bool { bucket.utf8.count >= 3 && Partition.isHostLabel(bucket) }
}
