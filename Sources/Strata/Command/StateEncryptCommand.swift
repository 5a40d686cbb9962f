import ArgumentParser
import Foundation
import StrataDeployment
import StrataModel

/// Encrypts what was in clear, or changes the key.
struct StateEncryptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encrypt", abstract: "Encrypts the state as its environment declares, or changes its key.",
    discussion: """
      With --rotate a new key seals the state from now on. To change the passphrase, set the variable to the new one and the variable whose \
      name ends in _OLD to the one of before. Earlier states that are kept are encrypted with the present key, too. Versions that a bucket \
      keeps of its objects stay as they were: where they were in clear, let a lifecycle rule expire them, or delete them yourself.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Flag(help: "Make a new key although the state is encrypted already.")
  var rotate = false

  func run() async throws {
    let session = try options.session()
    let name = session.environment.name
    guard session.store.encryption != nil else {
      throw CommandFailure(
        Diagnostic(
          .error, code: "state-encryption", "'\(name)' does not say how its state is encrypted",
          remedy: "declare it: `state: ….encrypted(with: .passphrase())`", at: session.environment.source))
    }
    let isDone = rotate ? false : await isEncrypted(session)
    let left = try await session.rewriteState(
      command: "state encrypt \(name)", mark: isDone ? nil : rotate ? "key changed" : "encrypted"
    ) { sealing in
      sealing.acceptsClear = true
      sealing.rotates = rotate
    }
    let head = isDone ? "is encrypted; --rotate changes its key" : "is encrypted\(rotate ? " with a new key" : "")"
    session.terminal.print("The state of '\(name)' \(head). \(Self.text(left: left))\n")
  }

  /// What became of the earlier states.
  fileprivate static func text(left: Int) -> String {
    left == 0
      ? "So are the earlier states that are kept."
      : "\(DiagnosticRenderer.count(left, "earlier state")) that \(left == 1 ? "is" : "are") kept, and what belongs to them, stay as they were."
  }

  private func isEncrypted(_ session: Session) async -> Bool {
    guard let backend = try? await session.backend(), let state = try? await backend.load() else { return false }
    return state.environment == session.environment.name
  }
}

/// Writes encrypted state in clear.
struct StateDecryptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decrypt", abstract: "Writes encrypted state in clear.",
    discussion: "Take the encryption out of the environment's declaration afterwards: until then state in clear is refused.")

  @OptionGroup var options: EnvironmentOptions

  @Flag(help: "Write it in clear without asking.")
  var yes = false

  func run() async throws {
    let session = try options.session()
    let name = session.environment.name
    try session.confirm("Write the state of '\(name)' in clear?", yes: yes)
    let left = try await session.rewriteState(command: "state decrypt \(name)", mark: "decrypted") { $0.writesClear = true }
    session.terminal.print(
      "The state of '\(name)' is in clear. \(StateEncryptCommand.text(left: left)) Remove `.encrypted(with:)` from its declaration.\n")
  }
}

extension Session {
  /// Writes the present state again, as another snapshot, and the earlier ones as it is.
  ///
  /// - Parameter mark: says in the journal what happened; `nil` to write only the earlier ones.
  /// - Returns: how many earlier ones stay as they were.
  func rewriteState(command: String, mark: String?, adjust: (inout StateSealing) -> Void) async throws -> Int {
    try await withStateLease(command: command, adjust: adjust) { _, lease in
      guard let state = try await lease.load() else {
        throw CommandFailure(
          Diagnostic(
            .error, code: "no-state", "'\(environment.name)' was never deployed", remedy: "there is nothing to rewrite; deploy it first"))
      }
      if let mark {
        let entry = JournalEntry(
          sequence: state.serial + 1, epoch: state.epoch, run: "rewrite", at: Int(Date().timeIntervalSince1970), body: .fence(taker: mark))
        _ = try await lease.append([entry])
        try await lease.compact(try state.folding([entry]))
      }
      return try await lease.rewriteHistory()
    }
  }
}
