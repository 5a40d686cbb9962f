import Foundation
import Testing

@testable import AWSClient

/// Damaged shared files: no crash, no hang, and an error that names the file and the line.
@Suite("Shared files under fire")
struct SharedFileUnderFireTests {
  private static let inputCount = ProcessInfo.processInfo.environment["STRATA_FUZZ_INPUTS"].flatMap(Int.init) ?? 3_000
  private static let seed = ProcessInfo.processInfo.environment["STRATA_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  private static let config = """
    # comment
    [default]
    region = eu-central-1
    s3 =
        max_concurrent_requests = 20
    [profile a]
    role_arn = arn:aws:iam::123456789012:role/x
    source_profile = b ; why
    mfa_serial=arn
    services = local
    [profile "b c"]
    sso_session = s
    credential_process = "/bin/a b" c
    [sso-session s]
    sso_start_url = https://example.org/start#/
    [services local]
    s3 =
      endpoint_url = http://localhost:4566
    duration_seconds = 99999999999999999999
    """
  private static let pieces = [
    "[", "]", "=", "\n", "\r", "\r\n", "\u{2028}", "\u{feff}", "#", ";", " ", "\t", "\"", "'", "profile", "[profile a]\n",
    "source_profile = a\n",
    "é", "\u{0}", "=\n", "  x = y\n", "[default", String(repeating: "a", count: 500), "endpoint_url = http://10.0.0.1\n", "role_arn", ",",
  ]

  @Test("A damaged file is read, or refused with its name and line")
  func damaged() {
    for number in 0..<Self.inputCount {
      var state = (Self.seed &* 1_000_003 &+ UInt64(number)) &* 0x9E37_79B9_7F4A_7C15
      func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: state >> 33) % max(bound, 1)
      }
      var bytes = Array(Self.config.utf8)
      for _ in 0...below(5) {
        let start = below(bytes.count + 1)
        let end = min(start + below(40), bytes.count)
        switch below(5) {
        case 0: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)].utf8, at: start)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count + 1))
        case 3 where start < bytes.count: bytes[start] = UInt8(truncatingIfNeeded: below(256))
        default: bytes.replaceSubrange(start..<end, with: Array(Self.pieces[below(Self.pieces.count)].utf8))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(ConfigurationError) {
        let sections = try SharedFileParser.sections(of: text, file: "config")
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        #expect(sections.allSatisfy { (1...lines).contains($0.line) }, "input \(number)")
        _ = try AWSClient.Configuration.load(
          environment: ["AWS_PROFILE": number.isMultiple(of: 2) ? "a" : "default", "AWS_REGION": "us-east-1", "HOME": "/config"],
          files: UserFiles { _ in text })
      } catch {
        #expect(!error.message.isEmpty, "input \(number)")
      }
    }
  }
}
