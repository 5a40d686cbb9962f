import Synchronization
import Testing

@testable import AWSClient

@Suite("Keeping credentials")
struct CredentialCacheTests {
  /// Gives credentials that last a while, numbered in turn, and can be made to fail or to wait.
  final class Source: CredentialProvider {
    let clock: ManualClock
    let lifetime: Double
    private let state = Mutex<(asked: Int, fails: Bool)>((0, false))

    init(clock: ManualClock, lifetime: Double) {
      self.clock = clock
      self.lifetime = lifetime
    }

    var name: String { "a test" }
    var asked: Int { state.withLock { $0.asked } }
    func fail() { state.withLock { $0.fails = true } }

    func credentials() async throws(AWSError) -> Credentials? {
      let (number, fails) = state.withLock { state in
        state.asked += 1
        return (state.asked, state.fails)
      }
      // Others get their turn while this one is asked.
      for _ in 0..<20 { await Task.yield() }
      if fails { throw AWSError(.network, "no network") }
      return Credentials(accessKeyID: "\(number)", secretAccessKey: "s", expiration: clock.now + lifetime)
    }
  }

  @Test("Credentials are renewed five minutes before they end")
  func renewal() async throws {
    let clock = ManualClock()
    let source = Source(clock: clock, lifetime: 3600)
    let cache = CredentialCache(provider: source, clock: clock)
    #expect(try await cache.credentials().accessKeyID == "1")
    clock.advance(seconds: 3299)
    #expect(try await cache.credentials().accessKeyID == "1")
    clock.advance(seconds: 2)
    #expect(try await cache.credentials().accessKeyID == "2")
  }

  @Test("Calls at the same time share one renewal")
  func oneAtATime() async throws {
    let clock = ManualClock()
    let source = Source(clock: clock, lifetime: 3600)
    let cache = CredentialCache(provider: source, clock: clock)
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<50 { group.addTask { try? await cache.credentials().accessKeyID } }
      for await key in group { #expect(key == "1") }
    }
    #expect(source.asked == 1)
  }

  @Test("A renewal that fails early leaves the credentials that still hold, and is not tried again with every call")
  func failedRenewal() async throws {
    let clock = ManualClock()
    let source = Source(clock: clock, lifetime: 3600)
    let cache = CredentialCache(provider: source, clock: clock)
    _ = try await cache.credentials()
    source.fail()
    clock.advance(seconds: 3400)
    for _ in 0..<3 { #expect(try await cache.credentials().accessKeyID == "1") }
    #expect(source.asked == 2)
    clock.advance(seconds: 300)
    await #expect(throws: AWSError.self) { try await cache.credentials() }
  }

  @Test("No description shows the secret or the token")
  func description() {
    let credentials = Credentials(accessKeyID: "AKID", secretAccessKey: "topsecret", sessionToken: "tokentext")
    var dumped = ""
    dump(credentials, to: &dumped)
    for text in ["\(credentials)", String(reflecting: credentials), "\([credentials])", "\(Optional(credentials) as Any)", dumped] {
      #expect(text.contains("AKID"))
      #expect(!text.contains("topsecret") && !text.contains("tokentext"))
    }
  }
}
