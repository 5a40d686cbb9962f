/// Where a service's requests go, and the region that they are signed for.
struct ResolvedEndpoint: Sendable, Hashable {
  var endpoint: Endpoint
  var signingRegion: String
  /// Whether the address was configured: then nothing is put before its host.
  var isCustom = false
}
