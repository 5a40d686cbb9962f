import AWSClient
import AWSProvider
import ArgumentParser
import Foundation
import StrataDeployment
import StrataLanguage
import StrataModel

/// Prepares the place of an environment's state.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes or adopts the bucket, the key and the table that an environment's remote state needs.",
    discussion: """
      It looks first, shows what is missing, and asks before it changes anything. Run it as often as you like: where nothing is missing it \\
      does nothing. What it makes is private, versioned, encrypted, reached over TLS only, and protected from deletion.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Flag(help: "Show what is missing, and change nothing.")
  var dryRun = false

  @Flag(help: "Apply without asking.")
  var yes = false

  @Flag(help: "Adopt a bucket or table that was not made for state, although its settings change for everybody who uses it.")
  var adopt = false

  func run() async throws {
    let session = try options.session()
    let terminal = session.terminal
    guard case .s3(let place) = session.store.place else {
      terminal.print("The state of '\(session.environment.name)' is kept in \(session.stateFolder), which needs no preparation.\n")
      return
    }
    let location = session.location(of: place)
    let region = (place.region ?? session.environment.region).name
    let caller = try await session.stateCaller(place)
    let bootstrapper = StateBootstrapper(location, region: region, caller: caller)
    do {
      let facts = try await bootstrapper.observe()
      let plan = StateBootstrap(location, region: region, facts: facts, usesTLS: caller.usesTLS, adopts: adopt)
      try refuse(plan.problems, session)
      show(plan.steps, location, session)
      guard !dryRun else { return }
      if !plan.steps.isEmpty {
        try session.confirm("Do this?", yes: yes)
        try await bootstrapper.perform(plan.steps, facts: facts) { step in terminal.print("  done: \(step.text(location))\n") }
      }
      try await prove(S3ObjectStore(location, caller: caller))
      if !options.place.json {
        terminal.print("State of '\(session.environment.name)' can be kept in s3://\(location.bucket)/\(location.folder)\n")
        await showDeclared(session)
      }
    } catch let error as AWSError {
      throw CommandFailure(
        Diagnostic(
          .error, code: "init-\(error.kind.rawValue)", "\(error.service):\(error.operation) failed: \(error.message) \(error.code)",
          remedy: "what was done stays; run 'init' again to do the rest"))
    }
  }

  private func refuse(_ problems: [String], _ session: Session) throws(CommandFailure) {
    guard !problems.isEmpty else { return }
    throw CommandFailure(
      problems.map { Diagnostic(.error, code: "init-refused", $0, remedy: nil, at: session.environment.source) })
  }

  private func show(_ steps: [BootstrapStep], _ location: S3StateLocation, _ session: Session) {
    if options.place.json {
      session.terminal.print(JSONWriter.prettyText(of: ["steps": .array(steps.map { .string($0.text(location)) })]))
    } else if steps.isEmpty {
      session.terminal.print("Nothing is missing.\n")
    } else {
      session.terminal.print(steps.map { "  + \($0.text(location))\n" }.joined())
    }
  }

  /// Says how a program that declares the objects of its state comes to manage them.
  ///
  /// It is a hint: what is wrong with the program, or a passphrase that is missing, is for the commands that need them.
  private func showDeclared(_ session: Session) async {
    guard let declared = try? await session.stateObjects(), !declared.isEmpty,
      let known = try? await session.loadState().currentRecords
    else { return }
    let objects = declared.filter { known[$0.address] == nil }
    guard !objects.isEmpty else { return }
    let target = options.place.target.map { " --target \($0)" } ?? ""
    session.terminal.print(
      """
      The program declares what the state is kept in: \(objects.map(\.address.path).joined(separator: ", ")).
      Take it over before the first deployment, which would want to make it again:
        import \(session.environment.name)\(target) --state-objects

      """)
  }

  /// Makes sure that the store keeps the conditions that the lock and the log rest on: an emulator may not.
  private func prove(_ objects: S3ObjectStore) async throws(CommandFailure) {
    do {
      guard let violation = try await ConditionalWrites.violation(of: objects, name: UUID().uuidString) else { return }
      throw CommandFailure(
        Diagnostic(
          .error, code: "init-unconditional", "\(objects.location) is no place for state: \(violation)",
          remedy: "use S3 itself, or a store that keeps conditional writes"))
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as ObjectStoreError {
      throw CommandFailure(
        Diagnostic(
          .error, code: "init-unusable", "\(objects.location) cannot be written: \(error.message)", remedy: "give the caller access"))
    } catch {
      throw CommandFailure(Diagnostic(.error, code: "init-unusable", "\(error)"))
    }
  }
}
