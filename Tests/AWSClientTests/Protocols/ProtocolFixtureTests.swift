import Foundation
import Testing

@testable import AWSClient

/// botocore is the judge: what it sends we send, and what it reads from an answer we read.
@Suite struct ProtocolFixtureTests {
  private let coder = ModelCoder(makeToken: { "token" })
  private let endpoint = Endpoint(host: "localhost")

  @Test("Requests of every protocol are those that botocore makes")
  func requests() throws {
    let exchanges = try ProtocolFixture().exchanges
    #expect(exchanges.count >= 150)
    for exchange in exchanges {
      let (service, operation) = (exchange["service"]?.string ?? "", exchange["operation"]?.string ?? "")
      let name = Comment(rawValue: "\(service) \(operation)")
      let expected = exchange["request"]
      let encoded = try coder.encode(service, operation, ProtocolFixture.value(exchange["input"] ?? .null), endpoint: endpoint)
      let request = encoded.request
      #expect(request.method == expected?["method"]?.string, name)
      #expect(request.path == expected?["path"]?.string, name)
      #expect(encoded.hostPrefix == expected?["hostPrefix"]?.string, name)
      let query = request.query.map { [$0.name, $0.value] }.sorted { $0.lexicographicallyPrecedes($1) }
      #expect(query == ProtocolFixture.pairs(expected?["query"]), name)
      let expectedHeaders = ProtocolFixture.pairs(expected?["headers"])
      for header in expectedHeaders {
        // Space after the comma of a list means nothing.
        let own = request.header(header[0])?.split(separator: ",").map { ScalarText.trimmed(String($0)) }
        #expect(own == header[1].split(separator: ",").map { ScalarText.trimmed(String($0)) }, name)
      }
      // What botocore adds later, outside of its serializers, is not in the fixture.
      let expectedNames = Set(expectedHeaders.map { $0[0].lowercased() })
      for header in request.headers.map({ $0.name.lowercased() }) where !expectedNames.contains(header) {
        #expect(
          header == "content-type" || header == "content-md5" || header.hasPrefix("x-amz-checksum-")
            || header == "x-amz-sdk-checksum-algorithm", name)
      }
      try compareBodies(request, expected, exchange["protocol"]?.string ?? "", name)
    }
  }

  private func compareBodies(_ request: HTTPRequest, _ expected: AWSValue?, _ wireProtocol: String, _ name: Comment) throws {
    let body = ProtocolFixture.body(expected)
    switch wireProtocol {
    case "query", "ec2":
      let pairs = String(decoding: request.body, as: UTF8.self).split(separator: "&").map { pair in
        pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.removingPercentEncoding ?? "" }
      }
      #expect(
        pairs.sorted { $0.lexicographicallyPrecedes($1) }
          == ProtocolFixture.pairs(expected?["form"]).sorted { $0.lexicographicallyPrecedes($1) }, name)
    case "rest-xml" where body.first == UInt8(ascii: "<"): #expect(try XMLTree(request.body) == XMLTree(body), name)
    case "json", "rest-json":
      let isJSON = body.first == UInt8(ascii: "{") && request.body.first == UInt8(ascii: "{")
      if isJSON {
        #expect(try JSONCursor.document(request.body) == JSONCursor.document(body), name)
      } else {
        #expect(request.body == body, name)
      }
    default: #expect(request.body == body, name)
    }
  }

  @Test("Answers of every protocol mean what botocore reads in them")
  func answers() throws {
    for exchange in try ProtocolFixture().exchanges {
      guard let answer = exchange["response"], let output = exchange["output"] else { continue }
      let (service, operation) = (exchange["service"]?.string ?? "", exchange["operation"]?.string ?? "")
      let decoded = try coder.decode(service, operation, ProtocolFixture.answer(answer))
      #expect(decoded == ProtocolFixture.value(output), Comment(rawValue: "\(service) \(operation)"))
    }
  }

  @Test("Errors have the code, message and request that botocore finds")
  func errors() throws {
    for error in try ProtocolFixture().errors {
      let body = Array((error["body"]?.string ?? "").utf8)
      let response = HTTPResponse(
        status: error["status"]?.integer ?? 0, headers: ProtocolFixture.pairs(error["headers"]).map { .init($0[0], $0[1]) }, body: body)
      let thrown = #expect(throws: AWSError.self) {
        try coder.decode(error["service"]?.string ?? "", error["operation"]?.string ?? "", response)
      }
      #expect(thrown?.code == error["code"]?.string)
      #expect(thrown?.message == error["message"]?.string)
      #expect(thrown?.requestID == "r1")
    }
  }
}
