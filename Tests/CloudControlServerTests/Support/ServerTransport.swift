import AWSClient
import CloudControlServer

/// Carries the client's requests to a server in the same process, without sockets.
struct ServerTransport: HTTPTransport {
  let server: CloudControlServer

  func send(_ request: HTTPRequest, timeout: Int) async throws(TransportError) -> HTTPResponse {
    let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    let answer = await server.respond(
      to: ServerRequest(
        method: request.method, target: request.path + (query.isEmpty ? "" : "?" + query),
        headers: request.headers.map { .init($0.name, $0.value) }, body: request.body))
    return HTTPResponse(status: answer.status, headers: answer.headers.map { .init($0.name, $0.value) }, body: answer.body)
  }
}
