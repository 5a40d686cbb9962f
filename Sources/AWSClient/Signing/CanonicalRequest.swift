/// The form of a request that SigV4 signs, and the list of headers that it covers.
///
/// Source: "Create a signed AWS API request", step 1,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.
struct CanonicalRequest: Sendable, Hashable {
  /// Names of the covered headers, joined with semicolons.
  let signedHeaders: String
  let text: String

  /// Headers that proxies and clients change on the way, or that hold the signature itself.
  private static let unsigned: Set = ["authorization", "connection", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id"]

  /// Writes the canonical form.
  ///
  /// - Parameters:
  ///   - path: the rules for the path: S3's object keys are taken as they are, other services normalize and encode a second time.
  ///   - payloadHash: the SHA-256 of the body in hexadecimal digits, or S3's word for a body that is not signed.
  init(_ request: HTTPRequest, path: PathRule, payloadHash: String) {
    var values: [String: [String]] = ["host": [request.endpoint.authority]]
    for field in request.headers {
      let name = field.name.lowercased()
      if Self.unsigned.contains(name) || name == "host" { continue }
      values[name, default: []].append(Self.folded(field.value))
    }
    let names = values.keys.sorted()
    signedHeaders = names.joined(separator: ";")
    let headers = names.map { "\($0):\((values[$0] ?? []).joined(separator: ","))\n" }.joined()
    text = [
      request.method, Self.path(request.endpoint.path + request.path, path), request.canonicalQuery, headers, signedHeaders, payloadHash,
    ].joined(separator: "\n")
  }

  /// What happens to a path before it is signed.
  enum PathRule: Sendable, Hashable {
    /// S3: the path as it goes to the wire.
    case asSent
    /// All other services: empty and dot segments are removed (RFC 3986, section 5.2.4), then everything is encoded once more.
    case normalizedAndEncoded
  }

  private static func path(_ sent: String, _ rule: PathRule) -> String {
    if rule == .asSent { return sent.isEmpty ? "/" : sent }
    var segments: [Substring] = []
    for segment in sent.split(separator: "/", omittingEmptySubsequences: true) where segment != "." {
      if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
    }
    let path = "/" + segments.joined(separator: "/") + (sent.hasSuffix("/") && !segments.isEmpty ? "/" : "")
    return PercentEncoding.encode(path, keepingSlashes: true)
  }

  /// A header's value without space at its ends, and with single spaces in it.
  private static func folded(_ value: String) -> String {
    value.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
  }
}
