import Dispatch
import Foundation

/// How a program ended.
struct ProcessOutput: Sendable {
  var status: Int
  var standardOutput: [UInt8]

  /// Runs a program of this machine; what it writes to its standard error goes to ours, for it may ask the user something.
  static func run(_ arguments: [String]) async -> ProcessOutput? {
    await withCheckedContinuation { continuation in
      // Waiting for a process blocks a thread, which must be none of the cooperative pool's.
      DispatchQueue.global().async {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = pipe
        do { try process.run() } catch { return continuation.resume(returning: nil) }
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        continuation.resume(returning: ProcessOutput(status: Int(process.terminationStatus), standardOutput: bytes))
      }
    }
  }
}
