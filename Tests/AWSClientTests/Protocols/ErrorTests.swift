import Testing

@testable import AWSClient

@Suite struct ErrorTests {
  private let coder = ModelCoder(makeToken: { "token" })

  private func error(
    _ service: String, _ operation: String, _ status: Int, _ body: String, _ headers: [HTTPRequest.Field] = []
  ) -> AWSError? {
    do throws(AWSError) {
      _ = try coder.decode(service, operation, HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
      return nil
    } catch {
      return error
    }
  }

  private func error(_ status: Int, _ body: String, _ headers: [HTTPRequest.Field] = []) -> AWSError? {
    error("kms", "DescribeKey", status, body, headers)
  }

  @Test(
    "Codes tell what the caller does next",
    arguments: [
      ("ThrottlingException", 400, AWSError.Kind.throttled), ("AccessDeniedException", 400, .accessDenied),
      ("ExpiredTokenException", 400, .credentials), ("NotFoundException", 400, .refused), ("KMSInternalException", 500, .serviceFailure),
      ("UnknownOperationException", 404, .unsupported), ("RequestTimeout", 400, .serviceFailure),
      ("LimitExceededException", 400, .refused),
    ])
  func kinds(_ code: String, _ status: Int, _ kind: AWSError.Kind) {
    let error = error(status, #"{"__type":"\#(code)","message":"m"}"#)
    #expect(error?.kind == kind)
    #expect(error?.execution == (kind == .serviceFailure ? .unknown : .notExecuted))
  }

  @Test("A head request's error has its meaning from the status")
  func emptyBody() {
    let missing = error("s3", "HeadBucket", 404, "", [.init("x-amz-request-id", "r1")])
    #expect(missing?.code == "NotFound")
    #expect(missing?.kind == .refused)
    #expect(missing?.requestID == "r1")
    #expect(error("s3", "HeadBucket", 403, "")?.kind == .accessDenied)
  }

  @Test("HTML is nobody's answer, whatever its status")
  func html() {
    let page = "<html><body>Bad Gateway</body></html>"
    for status in [200, 403, 502] {
      #expect(error(status, page)?.kind == .malformedResponse)
      #expect(error("ec2", "DescribeVpcs", status, page)?.kind == .malformedResponse)
      #expect(error("s3", "ListBuckets", status, page)?.kind == .malformedResponse)
    }
  }

  @Test("An emulator that does not know an operation is told from a missing resource")
  func unimplemented() {
    #expect(error(501, "")?.kind == .unsupported)
    #expect(error(404, "Not yet implemented")?.kind == .unsupported)
    #expect(error("cloudfront", "ListCachePolicies", 404, "<!doctype html>\n<title>404 Not Found</title>")?.kind == .unsupported)
    #expect(error(404, #"{"__type":"NotFoundException","message":"no key"}"#)?.kind == .refused)
  }

  @Test("S3's failure under a status of success is a failure")
  func lateFailure() {
    let late = error("s3", "CopyObject", 200, "<Error><Code>InternalError</Code><Message>We failed</Message></Error>")
    #expect(late?.kind == .serviceFailure)
    #expect(late?.code == "InternalError")
  }

  @Test("The service's wish to wait is kept in milliseconds")
  func retryAfter() {
    #expect(error(429, "{}", [.init("Retry-After", "3")])?.retryAfter == 3000)
    #expect(error(429, "{}")?.kind == .throttled)
  }
}
