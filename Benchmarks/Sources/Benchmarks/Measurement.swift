import Foundation

/// Times of one size, in milliseconds, and the memory that the process needed.
struct Measurement: Codable {
  var tenants: Int
  var resources: Int
  /// The phases in the order in which they run, each with its times.
  var phases: [Phase]
  /// The largest resident size, in megabytes.
  var peakMemory: Double

  /// One phase.
  struct Phase: Codable {
    var name: String
    var times: [Double]

    var median: Double {
      let sorted = times.sorted()
      return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
  }

  /// The time that some work takes, in milliseconds.
  static func time<Value>(_ work: () async throws -> Value) async rethrows -> (value: Value, milliseconds: Double) {
    let began = ContinuousClock.now
    let value = try await work()
    return (value, (ContinuousClock.now - began) / .milliseconds(1))
  }

  /// The largest resident size of this process so far, in megabytes (getrusage(2): kilobytes on Linux, bytes on macOS).
  static var residentPeak: Double {
    var usage = rusage()
    #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1_024
    #else
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }
}
