/// Credentials of a task in ECS or a pod in EKS, from the agent beside it.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html>. A full address in plain HTTP must be this
/// machine's or of its own link: an authorization token goes there.
struct ContainerCredentials: CredentialProvider {
  private static let timeout = 2000

  var environment: [String: String]
  var files: UserFiles
  var transport: any HTTPTransport

  var name: String { "container (AWS_CONTAINER_CREDENTIALS_FULL_URI)" }

  func credentials() async throws(AWSError) -> Credentials? {
    guard var request = try request() else { return nil }
    if let token = try authorization() { request.headers.append(.init("Authorization", token)) }
    let host = request.endpoint.hostAndPort
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await transport.send(request, timeout: Self.timeout)
    } catch {
      throw AWSError(.credentials, "the container's source of credentials at \(host) does not answer: \(error.message)")
    }
    guard response.status == 200, let credentials = CredentialDocument(response.body)?.credentials else {
      throw AWSError(
        .credentials, "the container's source of credentials at \(host) gave none (status \(response.status))", status: response.status)
    }
    return credentials
  }

  private func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

  private func request() throws(AWSError) -> HTTPRequest? {
    if let path = value("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
      guard path.hasPrefix("/") else { throw AWSError(.credentials, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with '/'") }
      return HTTPRequest(method: "GET", endpoint: Endpoint(isSecure: false, host: "169.254.170.2"), path: path)
    }
    guard let text = value("AWS_CONTAINER_CREDENTIALS_FULL_URI") else { return nil }
    let query = text.firstIndex(of: "?").map { String(text[$0...]) } ?? ""
    guard var endpoint = Endpoint(url: String(text.dropLast(query.count))) else {
      throw AWSError(.credentials, "AWS_CONTAINER_CREDENTIALS_FULL_URI is no address")
    }
    guard endpoint.isSecure || endpoint.isLoopback || endpoint.isLinkLocal else {
      throw AWSError(
        .credentials, "AWS_CONTAINER_CREDENTIALS_FULL_URI names \(endpoint.host) without https; only this machine may be asked in clear")
    }
    let path = endpoint.path
    endpoint.path = ""
    return HTTPRequest(method: "GET", endpoint: endpoint, path: (path.isEmpty ? "/" : path) + query)
  }

  private func authorization() throws(AWSError) -> String? {
    var token = value("AWS_CONTAINER_AUTHORIZATION_TOKEN")
    if let path = value("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
      guard let text = files.read(path) else {
        throw AWSError(.credentials, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read: \(path)")
      }
      token = text
      while token?.last?.isNewline == true { token?.removeLast() }
    }
    // A line break would begin another header.
    if token?.contains(where: \.isNewline) == true { throw AWSError(.credentials, "the container's authorization token has a line break") }
    return token
  }
}
