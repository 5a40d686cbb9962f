import Foundation
import Testing

@testable import Strata

@Suite("Signals")
struct InterruptSignalTests {
  private struct Refused: Error {}

  @Test("Work that throws leaves no handler behind")
  func restored() async {
    // A signal that nobody else in this process listens to.
    let number = SIGUSR2
    await #expect(throws: Refused.self) {
      try await InterruptSignals.calling({}, for: [number]) { () async throws(Refused) in
        #expect(Self.handler(of: number) != 0)
        throw Refused()
      }
    }
    #expect(Self.handler(of: number) == 0)
  }

  /// The address of what the process does about a signal; 0 for what the system does by itself.
  private static func handler(of number: Int32) -> Int {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Glibc)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    #else
    return unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
    #endif
  }
}
