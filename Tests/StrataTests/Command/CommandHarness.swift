import Foundation
import StrataDeployment
import StrataEmbeddedCloud
import StrataLanguage
import StrataModel
import Synchronization

@testable import Strata

/// A folder of its own in which commands run as a user types them, and the cloud behind it for what happens behind their back.
final class CommandHarness: Sendable {
  struct Output: Sendable {
    var status: Int32
    /// What a pipe would receive.
    var text: String
    /// What only people see.
    var reports: String

    /// The text as JSON.
    var json: PropertyValue? { try? JSONReader.plainValue(of: text.utf8) }
  }

  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("strata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Runs a command of a program with the one environment `pilot`.
  ///
  /// - Parameter answer: what a person at the terminal says to every question; without it there is no terminal.
  @discardableResult
  func run(
    _ arguments: String..., tags: Tags = [:], answer: String? = nil,
    sources: SourceFiles = SourceFiles(root: URL(fileURLWithPath: "/nowhere")),
    @InfrastructureBuilder program: @escaping @Sendable () -> Group
  ) async -> Output {
    let text = Mutex("")
    let reports = Mutex("")
    let terminal = Terminal(
      isInteractive: answer != nil, style: .plain, output: { part in text.withLock { $0 += part } },
      errorOutput: { part in reports.withLock { $0 += part } }, readAnswer: { answer })
    let environment = Environment("pilot", region: .usEast1, tags: tags, program)
    let context = CommandContext(program: Program(environments: [environment]), terminal: terminal, sources: sources)
    let status = await StrataCommand.run(arguments + ["--state-directory", directory.path], in: context)
    return Output(status: status, text: text.withLock { $0 }, reports: reports.withLock { $0 })
  }

  /// The embedded cloud that the commands deploy to.
  private func cloud() throws -> EmbeddedCloud { try EmbeddedCloud(directory: directory.appendingPathComponent("cloud").path) }

  func state() async throws -> StateSnapshot? {
    try await LocalStateBackend(directory: directory.appendingPathComponent("pilot").path, environment: "pilot").load()
  }

  func record(_ address: ResourceAddress) async throws -> ResourceRecord? { try await state()?.currentRecords[address] }

  /// Writes a file into the folder and answers with its path.
  func file(_ name: String, _ text: String) throws -> String {
    let url = directory.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  // MARK: Behind the commands' back

  static let home = Placement(account: "123456789012", region: "us-east-1")

  private func target(_ type: String, _ identifier: String) -> ObjectTarget {
    ObjectTarget(type: type, placement: Self.home, route: .embedded, identifier: identifier)
  }

  /// Makes an object as a person does in the console, and answers with its identifier.
  func make(_ type: String, _ properties: PropertyObject) async throws -> String {
    let cloud = try cloud()
    let request = CreateRequest(type: type, placement: Self.home, route: .embedded, properties: properties, token: nil)
    var progress = try await cloud.create(request)
    while case .inProgress(let pending) = progress {
      progress = try await cloud.poll(
        PollRequest(operation: .create, type: type, placement: Self.home, route: .embedded, waitToken: pending.waitToken))
    }
    guard case .done(let description) = progress else { throw CommandFailure([]) }
    return description.identifier
  }

  func change(_ type: String, _ identifier: String, _ properties: PropertyObject) throws {
    try cloud().tamper(target(type, identifier), with: properties)
  }

  /// Calls an operation that is none on an object.
  @discardableResult
  func setting(_ service: String, _ operation: String, _ input: PropertyObject = [:]) async throws -> PropertyValue {
    try await cloud().call(ServiceRequest(service, operation, input), in: Self.home)
  }

  /// An attribute of the object that was made last of a type.
  func attribute(_ name: String, ofLast type: String) throws -> PropertyValue? {
    try cloud().objects.last { $0.type == type }?.properties[name]
  }

  func change(_ address: ResourceAddress, _ properties: PropertyObject) async throws {
    guard let record = try await record(address), let identifier = record.identifier else { throw CommandFailure([]) }
    try cloud().tamper(target(record.type, identifier), with: properties)
  }

  func delete(_ address: ResourceAddress) async throws {
    guard let record = try await record(address), let identifier = record.identifier else { throw CommandFailure([]) }
    _ = try await cloud().delete(
      DeleteRequest(target: target(record.type, identifier), properties: record.inputs, token: nil, liftsProtection: true))
  }

  func properties(_ address: ResourceAddress) async throws -> PropertyObject? {
    guard let record = try await record(address), let identifier = record.identifier else { return nil }
    return try cloud().objects.first { $0.type == record.type && $0.identifier == identifier }?.properties
  }
}
