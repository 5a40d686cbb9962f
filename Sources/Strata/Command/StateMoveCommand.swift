import ArgumentParser
import Foundation
import ResourceCatalog
import StrataDeployment
import StrataModel

/// Gives recorded resources other addresses.
struct StateMoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Gives a recorded resource, or all of a stack or component, another address; no object is touched.",
    discussion: """
      'state move pilot data/old storage/new' moves one resource, 'state move pilot data storage' everything under data/. Instances, and with \
      them names and tags, stay. A declaration with renamed(from:) does the same when it is deployed.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Argument(help: "The address, or the path that addresses begin with, for example 'network/main' or 'network'.")
  var from: String

  @Argument(help: "The new address or path.")
  var to: String

  @Flag(help: "Show what would move, and record nothing.")
  var dryRun = false

  func run() async throws {
    let session = try options.session()
    guard !dryRun else { return show(try moves(in: try await session.loadState()), session) }
    let made = try await session.withStateLease(command: "state move \(session.environment.name)") { _, lease in
      let state = try await lease.load() ?? session.newState()
      let planned = try moves(in: state)
      let run = UUID().uuidString.lowercased()
      let now = Int(Date().timeIntervalSince1970)
      _ = try await lease.append(
        planned.enumerated().map { index, move in
          JournalEntry(
            sequence: state.serial + index + 1, epoch: state.epoch, run: run, at: now, body: .move(from: move.from, to: move.to))
        })
      return planned
    }
    show(made, session)
  }

  private func show(_ moves: [Plan.Move], _ session: Session) {
    guard !options.place.json else {
      session.terminal.print(
        JSONWriter.prettyText(
          of: [
            "dryRun": .bool(dryRun), "moves": .array(moves.map { ["from": .string($0.from.path), "to": .string($0.to.path)] }),
          ]))
      return
    }
    for move in moves { session.terminal.print("\(move.from) → \(move.to)\n") }
    let count = DiagnosticRenderer.count(moves.count, "resource")
    session.terminal.print(dryRun ? "\(count) would move; nothing was recorded.\n" : "\(count) moved; no object was touched.\n")
  }

  /// The moves, checked against a state: every one of them is possible, or none is made.
  private func moves(in state: StateSnapshot) throws(CommandFailure) -> [Plan.Move] {
    let segments = to.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard segments.allSatisfy(ResourceAddress.isValidID) else {
      throw CommandFailure(
        Diagnostic(
          .error, code: "invalid-address", "'\(to)' is no address",
          remedy: "ids of 1 to 64 letters, digits, '.', '_' or '-', joined by '/'"))
    }
    let current = state.currentRecords
    let known = current.keys.sorted()
    let isOne = current[ResourceAddress(from)] != nil
    let moved = isOne ? [ResourceAddress(from)] : known.filter { $0.path.hasPrefix(from + "/") }
    guard !moved.isEmpty else {
      let suggestion = NearestName.nearest(to: from, among: known.map(\.path)).map { "did you mean '\($0)'?" }
      throw CommandFailure(
        Diagnostic(
          .error, code: "unknown-address", "nothing is recorded at or under '\(from)'",
          remedy: suggestion ?? "'state list \(state.environment)' lists what is"))
    }
    guard from != to, isOne ? segments.count > 1 : true, !to.hasPrefix(from + "/") else {
      throw CommandFailure(
        Diagnostic(
          .error, code: "invalid-move", "'\(from)' cannot become '\(to)'",
          remedy: "a resource's address has the form 'stack/id', and a path cannot move into itself"))
    }
    let moves = moved.map { Plan.Move(from: $0, to: ResourceAddress(to + $0.path.dropFirst(from.count))) }
    var problems: [Diagnostic] = []
    let leaving = Set(moved)
    for move in moves {
      if let holder = current[move.to], !leaving.contains(move.to) {
        problems.append(
          Diagnostic(
            .error, code: "occupied-address", "\(move.to) is recorded already: \(holder.type) '\(holder.identifier ?? "")'",
            remedy: "move or forget that first", address: move.from))
      }
      if let open = state.openIntents.first(where: { $0.intent.address == move.from || $0.intent.address == move.to }) {
        problems.append(
          Diagnostic(
            .error, code: "open-operation", "the outcome of an interrupted \(open.intent.operation.rawValue) is not known",
            remedy: "run 'recover \(state.environment)'", address: open.intent.address))
      }
    }
    guard problems.isEmpty else { throw CommandFailure(problems) }
    return moves
  }
}
