/// A request that waits for its host and its signature.
struct EncodedRequest: Sendable {
  var request: HTTPRequest
  /// Labels that the operation puts before the service's host, for example `api.`; empty for most.
  var hostPrefix: String
  var isUnsigned: Bool
  /// S3: the bucket of the path's first segment.
  var bucket: String?
  /// Whether the operation has a token or is a read, so that repeating it changes nothing more.
  var isIdempotent: Bool
  /// Whether the operation writes whole values of an object that exists, so that repeating it leaves the same.
  var isSetting: Bool
}
