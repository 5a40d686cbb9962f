import Foundation
import StrataDeployment
import StrataLanguage
import StrataModel
import StrataPlanning
import StrataSynthesis

/// One environment while a command works on it: its program, its state and its cloud.
struct Session: Sendable {
  let context: CommandContext
  let environment: Environment
  let target: Environment.Target
  /// The folder that holds all local state.
  let directory: String
  /// The folder of this environment's local state on this target, and of what could not be recorded elsewhere.
  let stateFolder: String
  /// Where the state is kept.
  let store: StateStore
  /// The keys of the state, once they were needed.
  let keys = SessionKeys()
  /// What is told to a program, once the command has ended.
  let document = CommandDocument()
  /// Whether what the cloud cannot hold is left out.
  let skipsUnsupported: Bool

  /// Opens an environment; nothing is read or written yet.
  ///
  /// - Throws: ``CommandFailure`` for a target that is none.
  init(context: CommandContext, environment: Environment, place: PlaceOptions) throws(CommandFailure) {
    self.context = context
    self.environment = environment
    target = try environment.target.overridden(by: place.target)
    directory = place.stateDirectory
    skipsUnsupported = place.skipUnsupported
    let folder = target == environment.target ? environment.name : "\(environment.name)@\(target.stateSuffix)"
    stateFolder = "\(place.stateDirectory)/\(folder)"
    store = environment.store(for: target)
  }

  var terminal: Terminal { context.terminal }

  /// Target, account and region, for a plan's head line.
  var destination: String { "\(target.summary), account \(target.account), \(environment.region)" }

  /// Runs the program and checks the graph; warnings are written and returned.
  ///
  /// - Throws: ``CommandFailure`` with every mistake of the program.
  func synthesize() throws(CommandFailure) -> (graph: ResourceGraph, warnings: [Diagnostic]) {
    let (graph, _, warnings) = try synthesizeWithWaivers()
    terminal.report(context.diagnostics.text(of: warnings))
    return (graph, warnings)
  }

  /// The state as it is durable now; an environment that was never deployed has an empty one.
  ///
  /// - Throws: ``CommandFailure`` for state that cannot be read.
  func loadState() async throws(CommandFailure) -> StateSnapshot {
    let backend = try await backend()
    do {
      return try await backend.load() ?? newState()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// An empty state with a lineage of its own.
  func newState(lineage: String? = nil) -> StateSnapshot {
    StateSnapshot(lineage: lineage ?? UUID().uuidString.lowercased(), environment: environment.name, engine: Engine.version)
  }
}
