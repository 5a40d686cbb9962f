/// Credentials of the role of an EC2 instance, from the instance metadata service, version 2.
///
/// Source: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html> and
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html>.
struct InstanceCredentials: CredentialProvider {
  var environment: [String: String]
  var transport: any HTTPTransport

  var name: String { "instance metadata (169.254.169.254)" }

  func credentials() async throws(AWSError) -> Credentials? {
    if value("AWS_EC2_METADATA_DISABLED")?.lowercased() == "true" { return nil }
    let endpoint = try endpoint()
    let token: String
    do throws(TransportError) {
      let ask = HTTPRequest(
        method: "PUT", endpoint: endpoint, path: "/latest/api/token",
        headers: [.init("X-aws-ec2-metadata-token-ttl-seconds", "21600")])
      let response = try await send(ask)
      guard response.status == 200 else { return nil }
      token = String(decoding: response.body, as: UTF8.self)
    } catch {
      // Nothing answers: this machine is no instance.
      return nil
    }
    let path = "/latest/meta-data/iam/security-credentials/"
    guard let list = try await get(path, at: endpoint, token), let role = list.split(whereSeparator: \.isNewline).first else { return nil }
    guard let text = try await get(path + PercentEncoding.encode(role), at: endpoint, token),
      let document = CredentialDocument(Array(text.utf8))
    else { throw AWSError(.credentials, "the instance metadata have no credentials of the role \(role)") }
    guard let credentials = document.credentials else {
      throw AWSError(
        .credentials, "the instance metadata report \(document.code ?? "no credentials") for the role \(role); check its trust policy")
    }
    return credentials
  }

  private func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

  private func endpoint() throws(AWSError) -> Endpoint {
    if let text = value("AWS_EC2_METADATA_SERVICE_ENDPOINT") {
      guard let endpoint = Endpoint(url: text), endpoint.isSecure || endpoint.isLoopback || endpoint.isLinkLocal else {
        throw AWSError(.credentials, "AWS_EC2_METADATA_SERVICE_ENDPOINT is no address of this machine or its own link")
      }
      return endpoint
    }
    let usesIPv6 = value("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE")?.lowercased() == "ipv6"
    return Endpoint(isSecure: false, host: usesIPv6 ? "fd00:ec2::254" : "169.254.169.254")
  }

  /// The text at a path, or `nil` where there is none.
  private func get(_ path: String, at endpoint: Endpoint, _ token: String) async throws(AWSError) -> String? {
    let request = HTTPRequest(method: "GET", endpoint: endpoint, path: path, headers: [.init("X-aws-ec2-metadata-token", token)])
    do throws(TransportError) {
      let response = try await send(request)
      return response.status == 200 ? String(decoding: response.body, as: UTF8.self) : nil
    } catch {
      throw AWSError(.credentials, "the instance metadata stopped to answer: \(error.message)")
    }
  }

  /// Sends as often as `AWS_METADATA_SERVICE_NUM_ATTEMPTS` says; everything here is a read.
  private func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let timeout = max(1, value("AWS_METADATA_SERVICE_TIMEOUT").flatMap(Int.init) ?? 1) * 1000
    for _ in 1..<max(1, value("AWS_METADATA_SERVICE_NUM_ATTEMPTS").flatMap(Int.init) ?? 1) {
      do throws(TransportError) { return try await transport.send(request, timeout: timeout) } catch {
        if error.code == .cancelled { throw error }
      }
    }
    return try await transport.send(request, timeout: timeout)
  }
}
