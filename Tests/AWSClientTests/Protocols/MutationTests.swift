import Testing

@testable import AWSClient

/// A generator with a seed, so that a failure can be seen again (Vigna's splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

@Suite struct MutationTests {
  @Test("No answer, however damaged, does more than fail")
  func damagedAnswers() throws {
    let coder = ModelCoder(makeToken: { "token" })
    var generator = SeededGenerator(state: 42)
    let marks = Array("<>&;/\"'{}[]:,\\!?-=0e.u".utf8)
    for exchange in try ProtocolFixture().exchanges {
      guard let response = exchange["response"] else { continue }
      let answer = ProtocolFixture.answer(response)
      for _ in 0..<12 where !answer.body.isEmpty {
        var damaged = answer
        damaged.status = Bool.random(using: &generator) ? 200 : 400
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !damaged.body.isEmpty {
          let position = Int.random(in: 0..<damaged.body.count, using: &generator)
          switch Int.random(in: 0..<5, using: &generator) {
          case 0: damaged.body[position] = UInt8.random(in: .min ... .max, using: &generator)
          case 1: damaged.body.removeSubrange(position...)
          case 2: damaged.body.remove(at: position)
          case 3: damaged.body.insert(marks.randomElement(using: &generator) ?? 0, at: position)
          default: damaged.body.insert(contentsOf: damaged.body[position...].prefix(40), at: position)
          }
        }
        do throws(AWSError) {
          _ = try coder.decode(exchange["service"]?.string ?? "", exchange["operation"]?.string ?? "", damaged)
        } catch {
          #expect(error.kind != .invalidInput)
        }
      }
    }
  }

  @Test(
    "A JSON or XML answer that is cut anywhere is no answer",
    arguments: [("kms", "DescribeKey"), ("ec2", "DescribeVpcs"), ("iam", "GetRole")])
  func truncation(_ service: String, _ operation: String) throws {
    let body = [
      "kms": #"{"KeyMetadata":{"KeyId":"a\u00e9","CreationDate":1.5e9,"Enabled":true}}"#,
      "ec2": "<?xml version=\"1.0\"?><DescribeVpcsResponse><vpcSet><item><vpcId>v&amp;</vpcId></item></vpcSet></DescribeVpcsResponse>",
      "iam": "<GetRoleResponse><GetRoleResult><Role><Path>/</Path></Role></GetRoleResult></GetRoleResponse>",
    ]
    let bytes = Array((body[service] ?? "").utf8)
    let coder = ModelCoder(makeToken: { "token" })
    #expect(throws: Never.self) { try coder.decode(service, operation, HTTPResponse(status: 200, body: bytes)) }
    for end in 1..<bytes.count {
      let error = #expect(throws: AWSError.self) {
        try coder.decode(service, operation, HTTPResponse(status: 200, body: Array(bytes[..<end])))
      }
      #expect(error?.kind == .malformedResponse)
      #expect(error?.execution == .unknown)
    }
  }

  @Test("Nesting without end is refused")
  func depth() {
    #expect(throws: WireFailure.self) { try JSONCursor.document(Array(String(repeating: "[", count: 100_000).utf8)) }
    #expect(throws: WireFailure.self) {
      var cursor = try XMLCursor(Array(String(repeating: "<a>", count: 100_000).utf8))
      try cursor.finish()
    }
  }
}
