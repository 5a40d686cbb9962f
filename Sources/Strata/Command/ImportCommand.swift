import ArgumentParser
import Foundation
import StrataDeployment
import StrataModel
import StrataPlanning

/// Takes existing objects over.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes over existing objects: records them, and changes nothing.",
    discussion: """
      The object is read by its CloudFormation identifier, its parts joined by '|'. Where the program declares the address and says what the \
      object holds, the next plan is empty; otherwise it shows the difference. For an address that the program does not declare, name the \
      type: the object is recorded as protected, and the declaration to write is shown.

      A file has a line 'address,identifier[,type[,region]]' or a JSON object with these keys for each object. Either all are recorded or, \
      when one cannot be, none; --keep-going records the others.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Argument(help: "The address, for example 'network/main'.")
  var address: String?

  @Argument(help: "The object's identifier, for example 'vpc-0123456789abcdef0'.")
  var identifier: String?

  @Option(help: ArgumentHelp("Import every object that a file lists.", valueName: "file"), completion: .file())
  var from: String?

  @Flag(help: "Import the bucket, the key and the table that the state is kept in, where the program declares them.")
  var stateObjects = false

  @Option(help: ArgumentHelp("The resource type of an address that the program does not declare.", valueName: "type"))
  var type: String?

  @Option(help: ArgumentHelp("The region of an address that the program does not declare.", valueName: "region"))
  var region: String?

  @Flag(help: "Record what can be, although some objects of the file cannot.")
  var keepGoing = false

  @Flag(help: "Check everything and show what would be recorded, and record nothing.")
  var dryRun = false

  @Flag(help: "Take over objects that bear the tag of another state.")
  var takeManaged = false

  @Option(help: ArgumentHelp("Write the declarations of undeclared objects to a file instead.", valueName: "file"), completion: .file())
  var swift: String?

  func validate() throws {
    if from != nil, stateObjects { throw ValidationError("Name a file or --state-objects, not both.") }
    if from == nil, !stateObjects, address == nil || identifier == nil {
      throw ValidationError("Name an address and an identifier, or a file with --from, or --state-objects.")
    }
    if stateObjects, address != nil || identifier != nil || type != nil || region != nil {
      throw ValidationError("--state-objects takes addresses, identifiers, types and regions from the program.")
    }
    if from != nil, address != nil || identifier != nil || type != nil || region != nil {
      throw ValidationError("--from takes addresses, identifiers, types and regions from the file.")
    }
  }

  func run() async throws {
    let session = try options.session()
    let named = stateObjects ? try await declaredStateObjects(session) : try requests()
    try await session.withLease(command: "import \(session.environment.name)") { run in
      let known = run.snapshot.currentRecords
      let requests = stateObjects ? named.filter { known[$0.address] == nil } : named
      guard !requests.isEmpty else {
        let nothing = "All of them are taken over already.\n"
        return session.terminal.print(options.place.json ? JSONWriter.prettyText(of: json(Importer.Result(), [], "")) : nothing)
      }
      let importer = Importer(session: session, run: run, takesManaged: takeManaged)
      let result = try await importer.result(of: requests)
      let failures = result.diagnostics.filter { $0.severity == .error }
      guard failures.isEmpty || keepGoing && !result.records.isEmpty else { throw CommandFailure(failures) }
      session.terminal.report(session.context.diagnostics.text(of: result.diagnostics))
      var state = run.snapshot
      if !dryRun { state = try await run.record(entries(result, run)) }
      if dryRun { state = try self.state(run, result) }
      let source =
        result.declarations.isEmpty
        ? "" : DeclarationSource(names: importer.names, stacks: importer.stacks).text(of: result.declarations)
      try report(result, state, source, session)
      if !failures.isEmpty { throw ExitCode(ExitStatus.failure.rawValue) }
    }
  }

  private func declaredStateObjects(_ session: Session) async throws(CommandFailure) -> [ImportRequest] {
    let objects = try await session.stateObjects()
    guard objects.isEmpty else { return objects }
    let name = session.environment.name
    throw CommandFailure(
      Diagnostic(
        .error, code: "no-state-objects", "the program declares none of the objects that the state of '\(name)' is kept in",
        remedy: "declare bucket, key and table by the names of `state:`, or name addresses and identifiers", at: session.environment.source)
    )
  }

  private func requests() throws(CommandFailure) -> [ImportRequest] {
    guard let from else {
      return [ImportRequest(address: ResourceAddress(address ?? ""), identifier: identifier ?? "", type: type, region: region)]
    }
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: from), encoding: .utf8)
    } catch {
      throw CommandFailure(
        Diagnostic(.error, code: "unreadable-file", "the file '\(from)' could not be read: \(error.localizedDescription)"))
    }
    let file = ImportFile(text, name: (from as NSString).lastPathComponent)
    guard file.diagnostics.isEmpty else { throw CommandFailure(file.diagnostics) }
    return file.requests
  }

  private func entries(_ result: Importer.Result, _ run: Run) -> [JournalEntry.Body] {
    let options = run.deployment.options
    let start = JournalEntry.RunStart(
      engine: options.engine, command: options.command, planDigest: nil, principal: options.principal, host: options.host,
      reservedGenerationsEnd: result.generationsEnd)
    return [.run(start)] + result.records.map { .imported($0) } + [.end(JournalEntry.RunEnd())]
  }

  /// The state as it would be.
  private func state(_ run: Run, _ result: Importer.Result) throws -> StateSnapshot {
    var fold = StateFold(run.snapshot)
    for body in entries(result, run) {
      try fold.apply(
        JournalEntry(sequence: fold.snapshot.serial + 1, epoch: run.snapshot.epoch, run: "dry", at: run.snapshot.serial, body: body))
    }
    return fold.snapshot
  }

  // MARK: What is shown

  private func report(_ result: Importer.Result, _ state: StateSnapshot, _ swiftText: String, _ session: Session) throws {
    let imported = Set(result.records.map(\.address))
    let plan = result.graph.map { graph in
      Plan.make(
        from: state, to: graph, options: PlanOptions(engine: Engine.version, isProvisional: true), schema: CatalogFacts())
    }
    let differing = plan?.steps.filter { imported.contains($0.address) && $0.operation != .keep } ?? []
    if let swift, !swiftText.isEmpty {
      do {
        try Data(swiftText.utf8).write(to: URL(fileURLWithPath: swift), options: .atomic)
      } catch {
        throw CommandFailure(
          Diagnostic(.error, code: "unwritable-file", "the declarations could not be written to '\(swift)': \(error.localizedDescription)"))
      }
    }
    if options.place.json {
      return session.terminal.print(JSONWriter.prettyText(of: json(result, differing, swiftText)))
    }
    for record in result.records { session.terminal.print("\(record.address)  \(record.type)  \(record.identifier ?? "")\n") }
    let count = DiagnosticRenderer.count(result.records.count, "object")
    session.terminal.print(dryRun ? "\(count) would be taken over; nothing was recorded.\n" : "\(count) taken over; nothing was changed.\n")
    if differing.isEmpty {
      session.terminal.print("The program says what they hold: the next plan leaves them as they are.\n")
    } else if var plan {
      session.terminal.print("The program says something else than they hold:\n\n")
      plan.steps = differing
      plan.diagnostics = []
      plan.moves = []
      session.terminal.print(
        PlanRenderer(style: session.terminal.style, sources: session.context.sources).text(of: plan, target: session.destination))
    }
    if !swiftText.isEmpty {
      session.terminal.print(
        swift.map { "The declarations are in \($0).\n" } ?? "\nAdd to the program, or the next deployment wants to delete:\n\n\(swiftText)")
    }
  }

  private func json(_ result: Importer.Result, _ differing: [PlanStep], _ swiftText: String) -> PropertyValue {
    [
      "declarations": .string(swiftText), "differing": .array(differing.map { .string($0.address.path) }), "dryRun": .bool(dryRun),
      "failures": .array(result.diagnostics.filter { $0.severity == .error }.map(\.json)),
      "imported": .array(
        result.records.map {
          ["address": .string($0.address.path), "identifier": .string($0.identifier ?? ""), "type": .string($0.type)]
        }),
    ]
  }
}
