import Testing

@testable import AWSClient

@Test("A header is found whatever the case of its name")
func headersIgnoreCase() {
  let request = HTTPRequest(endpoint: Endpoint(host: "localhost"), headers: [.init("X-Amz-Date", "now")])
  #expect(request.header("x-amz-date") == "now")
}
