/// One signed request on its way.
struct Attempt: Sendable {
  /// What came of it: an output or an error, and the answer where one came.
  struct Outcome: Sendable {
    var output: AWSValue = .null
    var error: AWSError?
    var response: HTTPResponse?
  }

  var request: HTTPRequest
  /// What signed it; `nil` for operations that are not signed.
  var credentials: Credentials?
  /// The time in the signature, in seconds since 1970.
  var signedAt: Double

  /// Codes for credentials that have ended; `RequestExpired` is about clocks.
  private static let expiredCodes: Set = ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"]

  /// Whether a service refused the credentials because they have ended.
  static func saysExpired(_ error: AWSError) -> Bool { expiredCodes.contains(error.code) }

  /// Addresses and signs a request.
  static func prepared(_ encoded: EncodedRequest, for call: ServiceCall, at endpoint: ResolvedEndpoint) async throws(AWSError) -> Attempt {
    let client = call.client
    var request = encoded.request
    request.endpoint = endpoint.endpoint
    if let bucket = encoded.bucket, call.service.usesS3Rules {
      request = BucketAddressing.addressed(request, bucket: bucket, at: endpoint)
    }
    if !endpoint.isCustom { request.endpoint.host = encoded.hostPrefix.lowercased() + request.endpoint.host }
    if request.header("User-Agent") == nil { request.headers.append(.init("User-Agent", "strata")) }
    guard !encoded.isUnsigned else { return Attempt(request: request, credentials: nil, signedAt: client.clock.now) }

    let credentials = try await client.credentials.credentials()
    // The time is read after the credentials, whose renewal may take long.
    let time = client.clock.now + client.state.clockOffset
    let signer = RequestSigner(service: call.service.signingName, region: endpoint.signingRegion, usesS3Rules: call.service.usesS3Rules)
    return Attempt(request: signer.signed(request, with: credentials, at: time), credentials: credentials, signedAt: time)
  }

  /// Sends it and reads the answer.
  func outcome(for call: ServiceCall) async -> Outcome {
    let client = call.client
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await client.transport.send(request, timeout: client.configuration.timeout)
    } catch {
      return Outcome(error: AWSError(error, at: request.endpoint, timeout: client.configuration.timeout))
    }
    do throws(AWSError) {
      return Outcome(output: try client.coder.decode(call.service.name, call.operation, response), response: response)
    } catch {
      return Outcome(error: error.completed(by: response, from: request.endpoint), response: response)
    }
  }
}
