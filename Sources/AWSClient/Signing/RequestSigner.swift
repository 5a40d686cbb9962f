import Crypto

/// Signs requests for one service in one region with AWS Signature Version 4.
///
/// Source: "Create a signed AWS API request",
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>, and for S3
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>.
struct RequestSigner: Sendable, Hashable {
  /// The service's name in the scope, for example `elasticloadbalancing`.
  var service: String
  var region: String
  /// S3 signs paths as they are sent, and wants the digest of the body in a header.
  var usesS3Rules = false

  /// The request with its date, token and signature, which replace earlier ones: a repeated request is signed again.
  ///
  /// - Parameter time: seconds since 1970, already corrected for a clock that is off.
  func signed(_ request: HTTPRequest, with credentials: Credentials, at time: Double) -> HTTPRequest {
    let time = CalendarTime(secondsSince1970: time)
    let payloadHash = Self.hexadecimal(SHA256.hash(data: request.body))
    var request = request
    let replaced: Set = ["authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"]
    request.headers.removeAll { replaced.contains($0.name.lowercased()) }
    request.headers.append(.init("X-Amz-Date", time.basicDateTime))
    if let token = credentials.sessionToken { request.headers.append(.init("X-Amz-Security-Token", token)) }
    if usesS3Rules { request.headers.append(.init("X-Amz-Content-SHA256", payloadHash)) }

    let canonical = CanonicalRequest(request, path: usesS3Rules ? .asSent : .normalizedAndEncoded, payloadHash: payloadHash)
    let scope = "\(time.basicDate)/\(region)/\(service)/aws4_request"
    let digest = Self.hexadecimal(SHA256.hash(data: Array(canonical.text.utf8)))
    let signature = signature(of: "AWS4-HMAC-SHA256\n\(time.basicDateTime)\n\(scope)\n\(digest)", with: credentials, on: time.basicDate)
    request.headers.append(
      .init(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)")
    )
    return request
  }

  private func signature(of text: String, with credentials: Credentials, on date: String) -> String {
    var key = SymmetricKey(data: Array("AWS4\(credentials.secretAccessKey)".utf8))
    for part in [date, region, service, "aws4_request"] {
      key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
    }
    return Self.hexadecimal(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
