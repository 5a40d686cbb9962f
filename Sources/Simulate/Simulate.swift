import Dispatch
import Foundation
import StrataModel
import StrataSimulation
import Synchronization

/// Simulates deployments: random ones, and crashes of a recorded graph.
///
///     simulate [--scenarios N] [--crash-points N --graph FILE] [--seed S] [--workers N] [--reproductions N]
///     simulate --history SEED
///
/// It ends with 0 when no invariant was broken, with 1 when one was, and with 2 when it was called wrongly.
@main struct Simulate {
  static func main() {
    do {
      let arguments = try Arguments(CommandLine.arguments.dropFirst())
      var isSound = true
      if let seed = arguments.history { isSound = ScenarioCampaign.printHistory(seed) }
      if arguments.scenarios > 0 { isSound = ScenarioCampaign(arguments).run() }
      if arguments.crashPoints > 0 { isSound = try CrashCampaign(arguments).run() && isSound }
      exit(isSound ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("simulate: \(error)\n".utf8))
      exit(2)
    }
  }
}
