import Testing

@testable import AWSClient

@Suite("Calls")
struct ServiceCallTests {
  private let change: AWSValue = ["Name": "x"]
  private let tokenChange: AWSValue = ["Token": "t"]

  @Test("A call is addressed, signed and answered")
  func success() async throws {
    let transport = ScriptedTransport(.ok("KeyId=k"))
    let output = try await AWSClient.scripted(transport).call("kms", "CreateKey", change)
    #expect(output["KeyId"] == "k")
    let request = try #require(transport.requests.first)
    #expect(request.endpoint == Endpoint(host: "kms.eu-central-1.amazonaws.com"))
    #expect(request.header("Authorization")?.hasPrefix("AWS4-HMAC-SHA256 Credential=AKID/20231114/eu-central-1/kms/aws4_request") == true)
  }

  @Test("A change whose outcome is unknown is sent once, and the error says so")
  func unknownChange() async {
    for answer in [
      ScriptedTransport.Answer.broken(.timeout, reached: true), .broken(.connectionClosed, reached: true),
      .refusal(.serviceFailure, "InternalFailure", status: 500), .ok("cut"),
    ] {
      let transport = ScriptedTransport(answer, .ok())
      let client = AWSClient.scripted(transport)
      let error = await failure { () async throws(AWSError) in try await client.call("kms", "CreateKey", change) }
      #expect(error?.execution == .unknown)
      #expect(error?.operation == "CreateKey")
      #expect(transport.requests.count == 1)
    }
  }

  @Test("A change with a token, and a read, are repeated up to three times with the same content and growing waits")
  func repeated() async throws {
    for (operation, input) in [("CreateKey", tokenChange), ("DescribeKey", change)] {
      let transport = ScriptedTransport(.broken(.timeout, reached: true), .refusal(.serviceFailure, "", status: 503), .ok("a=b"))
      let clock = ManualClock()
      #expect(try await AWSClient.scripted(transport, clock: clock).call("kms", operation, input)["a"] == "b")
      #expect(Set(transport.requests.map(\.query)).count == 1)
      #expect(clock.sleeps == [500, 1000])
    }
    let transport = ScriptedTransport(.broken(.timeout, reached: true))
    let client = AWSClient.scripted(transport)
    _ = await failure { () async throws(AWSError) in try await client.call("kms", "DescribeKey", change) }
    #expect(transport.requests.count == 3)
  }

  @Test("A call that may have been executed once stays unknown, whatever a later attempt says")
  func staysUnknown() async {
    let transport = ScriptedTransport(.broken(.timeout, reached: true), .refusal(.throttled, "ThrottlingException"))
    let client = AWSClient.scripted(transport)
    let error = await failure { () async throws(AWSError) in try await client.call("kms", "CreateKey", tokenChange) }
    #expect(error?.kind == .throttled)
    #expect(error?.execution == .unknown)
  }

  @Test("A change that never reached the service is repeated")
  func neverReached() async throws {
    let transport = ScriptedTransport(.broken(.connectionRefused, reached: false), .ok("a=b"))
    #expect(try await AWSClient.scripted(transport).call("kms", "CreateKey", change)["a"] == "b")
  }

  @Test("Throttled reads are repeated and throttled changes are not, unless told otherwise")
  func throttling() async throws {
    func count(_ operation: String, _ choice: ThrottlingRetries?) async -> Int {
      let transport = ScriptedTransport(.refusal(.throttled, "ThrottlingException", headers: [.init("Retry-After", "1")]))
      let client = AWSClient.scripted(transport)
      let error = await failure { () async throws(AWSError) in
        try await client.call("kms", operation, change, retriesThrottling: choice)
      }
      #expect(error?.kind == .throttled && error?.execution == .notExecuted && error?.retryAfter == 1000)
      return transport.requests.count
    }
    #expect(await count("DescribeKey", nil) == 3)
    #expect(await count("CreateKey", nil) == 1)
    #expect(await count("CreateKey", .all) == 3)
    #expect(await count("DescribeKey", ThrottlingRetries.none) == 1)
  }

  @Test("What completes a new object is repeated when it is throttled, and settings also when their outcome is unknown")
  func completing() async throws {
    func count(_ operation: String, _ answer: Result<HTTPResponse, TransportError>) async -> Int {
      let transport = ScriptedTransport(answer)
      let client = AWSClient.scripted(transport)
      _ = try? await AWSClient.$completesObject.withValue(true) { try await client.call("kms", operation, change) }
      return transport.requests.count
    }
    #expect(await count("CreateGrant", .refusal(.throttled, "ThrottlingException")) == 3)
    #expect(await count("CreateGrant", .broken(.timeout, reached: true)) == 1)
    #expect(await count("PutKeyPolicy", .broken(.timeout, reached: true)) == 3)
  }

  @Test("A clock that is an hour off is corrected once, and stays so for later calls")
  func clockCorrected() async throws {
    let late = HTTPRequest.Field("Date", "Tue, 14 Nov 2023 23:13:20 GMT")
    let transport = ScriptedTransport(.refusal(.refused, "RequestTimeTooSkewed", status: 403, headers: [late]), .ok())
    let client = AWSClient.scripted(transport)
    _ = try await client.call("kms", "CreateKey", change)
    _ = try await client.call("kms", "CreateKey", change)
    #expect(transport.requests.map { $0.header("X-Amz-Date") } == ["20231114T221320Z", "20231114T231320Z", "20231114T231320Z"])
  }

  @Test("A clock that cannot be corrected is an error that says how far it is off")
  func clockError() async {
    let transport = ScriptedTransport { request, index in
      .refusal(
        .refused, "RequestTimeTooSkewed", status: 403,
        headers: [.init("Date", index == 0 ? "Tue, 14 Nov 2023 23:13:20 GMT" : "Tue, 14 Nov 2023 20:13:20 GMT")])
    }
    let client = AWSClient.scripted(transport)
    let error = await failure { () async throws(AWSError) in try await client.call("kms", "ListKeys") }
    #expect(error?.kind == .credentials)
    #expect(error?.message.contains("the clock of this machine is off by 3 hours") == true)
    #expect(transport.requests.count == 2)
  }

  @Test("Expired credentials are renewed once; where that brings nothing new the error says what to do")
  func expired() async throws {
    let transport = ScriptedTransport { request, _ in
      if request.header("X-Operation") == "AssumeRole" {
        return .ok("AccessKeyId=R\nSecretAccessKey=\(request.header("X-Amz-Date") ?? "")\nSessionToken=t\nExpiration=1700009999")
      }
      return request.header("X-Amz-Date") == "20231114T221320Z" ? .refusal(.refused, "ExpiredTokenException") : .ok("a=b")
    }
    let clock = ManualClock()
    let role = AWSClient.scripted(transport, clock: clock).assuming(role: "arn:aws:iam::111111111111:role/r")
    let error = await failure { () async throws(AWSError) in try await role.call("kms", "ListKeys") }
    #expect(error?.kind == .credentials)
    #expect(error?.message.contains("the credentials have expired, renew them") == true)
    clock.advance(seconds: 10)
    #expect(try await role.call("kms", "ListKeys")["a"] == "b")
  }

  @Test("A bucket in another region is found there, at once the next time")
  func bucketRegion() async throws {
    let transport = ScriptedTransport { request, index in
      request.endpoint.host.contains("us-west-2")
        ? .ok()
        : .refusal(.refused, "PermanentRedirect", status: 301, headers: [.init("x-amz-bucket-region", "us-west-2")])
    }
    let client = AWSClient.scripted(transport)
    for _ in 0..<2 { _ = try await client.call("s3", "PutObject", ["Bucket": "data"]) }
    #expect(
      transport.requests.map(\.url) == [
        "https://data.s3.eu-central-1.amazonaws.com/key", "https://data.s3.us-west-2.amazonaws.com/key",
        "https://data.s3.us-west-2.amazonaws.com/key",
      ])
    #expect(transport.requests.last?.header("Authorization")?.contains("/us-west-2/s3/") == true)
  }

  @Test("A bucket is created in the caller's region, wherever one of its name was before")
  func bucketCreation() async throws {
    let transport = ScriptedTransport(
      .refusal(.refused, "PermanentRedirect", status: 301, headers: [.init("x-amz-bucket-region", "us-west-2")]), .ok())
    let client = AWSClient.scripted(transport)
    for operation in ["HeadBucket", "CreateBucket"] { _ = try await client.call("s3", operation, ["Bucket": "data"]) }
    #expect(transport.requests.last?.endpoint.host == "data.s3.eu-central-1.amazonaws.com")
  }

  @Test("A call of a cancelled task is not sent")
  func cancelled() async {
    let transport = ScriptedTransport(.ok())
    let client = AWSClient.scripted(transport)
    let error = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await failure { () async throws(AWSError) in try await client.call("kms", "CreateKey", change) }
    }.value
    #expect(error?.kind == .network && error?.execution == .notExecuted)
    #expect(transport.requests.isEmpty)
  }

  @Test("A label goes before AWS's host and not before a configured one")
  func hostPrefix() async throws {
    let transport = ScriptedTransport(.ok())
    _ = try await AWSClient.scripted(transport).call("servicediscovery", "Prefixed")
    let local = Endpoint(isSecure: false, host: "localhost", port: 4566)
    _ = try await AWSClient.scripted(transport) { $0.endpoints = EndpointOverrides(all: local) }.call("servicediscovery", "Prefixed")
    #expect(
      transport.requests.map(\.endpoint.url) == ["https://api.servicediscovery.eu-central-1.amazonaws.com", "http://localhost:4566"])
  }

  @Test("Web ACLs of CloudFront go to their own region")
  func cloudFrontScope() async throws {
    let transport = ScriptedTransport(.ok())
    _ = try await AWSClient.scripted(transport).call("wafv2", "CreateWebACL", ["Scope": "CLOUDFRONT"])
    #expect(transport.requests.first?.endpoint.host == "wafv2.us-east-1.amazonaws.com")
  }

  @Test("Adaptive mode waits before calls after a throttle")
  func adaptive() async {
    let transport = ScriptedTransport(.refusal(.throttled, "Throttling"))
    let clock = ManualClock()
    let client = AWSClient.scripted(transport, clock: clock, chance: 0) { $0.retryMode = .adaptive }
    for _ in 0..<3 { _ = await failure { () async throws(AWSError) in try await client.call("kms", "CreateKey", change) } }
    #expect(clock.sleeps.contains { $0 > 0 })
  }

  @Test("When everything fails the quota ends the repetitions")
  func quota() async {
    let transport = ScriptedTransport(.broken(.connectionRefused, reached: false))
    let client = AWSClient.scripted(transport)
    for _ in 0..<60 { _ = await failure { () async throws(AWSError) in try await client.call("kms", "ListKeys") } }
    // Each call once, and 50 repetitions at 10 tokens of 500.
    #expect(transport.requests.count == 110)
  }
}
