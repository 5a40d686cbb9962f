import Dispatch
import Foundation
import Synchronization

/// Many simulations side by side, each on one thread.
enum Campaign {
  /// Runs a body for the numbers from 0 on, in any order, on so many threads.
  static func run(_ count: Int, workers: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let number = next.withLock { next -> Int in
          next += 1
          return next - 1
        }
        if number >= count { return }
        body(number)
      }
    }
  }

  static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
