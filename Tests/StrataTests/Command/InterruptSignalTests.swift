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
        #expect(Self.isIgnored(number))
        throw Refused()
      }
    }
    #expect(!Self.isIgnored(number))
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Glibc)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #else
    return unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #endif
  }
}
