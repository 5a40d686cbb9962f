import Foundation

/// `benchmarks [tenants…]`: each size in a process of its own; a table and the growth at the end.
///
/// The peak of memory is that of one more process, which goes through everything once, as a command does: what the allocator keeps of repetitions
/// is not the engine's.
///
/// `benchmarks recovery [tenants]`: what a kill in the middle costs, see ``RecoveryBenchmark``.
///
/// `benchmarks state [tenants] [milliseconds]`: what remote state costs, see ``StateBenchmark``.
@main struct Main {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--single", arguments.count == 3, let tenants = Int(arguments[1]), let repetitions = Int(arguments[2]) {
      let measurement = try await TenantBenchmark(tenants: tenants, repetitions: repetitions).run()
      FileHandle.standardOutput.write(try JSONEncoder().encode(measurement))
      return
    }
    if arguments.first == "--victim", arguments.count == 3, let tenants = Int(arguments[1]) {
      return try await RecoveryBenchmark.deployUntilKilled(tenants, arguments[2])
    }
    if arguments.first == "recovery" {
      try await RecoveryBenchmark(tenants: arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000).run()
      return
    }
    if arguments.first == "state" {
      let numbers = arguments.dropFirst().compactMap(Int.init)
      try await StateBenchmark(tenants: numbers.first ?? 1_000, milliseconds: numbers.dropFirst().first ?? 20).run()
      return
    }
    let sizes = arguments.compactMap(Int.init)
    var measurements: [Measurement] = []
    for size in sizes.isEmpty ? [10, 100, 1_000, 10_000] : sizes {
      var measurement = try single(size, repetitions: size > 2_000 ? 3 : 5)
      measurement.peakMemory = try single(size, repetitions: 1).peakMemory
      measurements.append(measurement)
    }
    print(Table.text(of: measurements))
  }

  private static func single(_ tenants: Int, repetitions: Int) throws -> Measurement {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["--single", String(tenants), String(repetitions)]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchmarkFailure("\(tenants) tenants could not be measured") }
    return try JSONDecoder().decode(Measurement.self, from: data)
  }
}
