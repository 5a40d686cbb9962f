import ArgumentParser
import Foundation
import StrataModel
import StrataSynthesis

/// Looks at what a machine and a deployment need, and finds the causes of what documents list as symptoms.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Finds out what is wrong: toolchain, state, lock, credentials, clock, and the symptoms that stacks declare.",
    discussion: """
      Changes nothing. Without an environment it looks at this machine and at every program. Each check says what was seen and what to do; what \
      cannot be looked at is skipped with the reason. Exits with 1 if a check fails; warnings fail nothing.
      """)

  @Argument(
    help: "The environment, as the program names it.",
    completion: .custom { _, _, _ in CommandContext.current.program.environments.map(\.name) })
  var environment: String?

  @OptionGroup var place: PlaceOptions

  func run() async throws {
    let context = CommandContext.current
    var report = DoctorReport(
      checks: [
        Doctor.toolchain(await Self.compilerVersion()),
        Doctor.stateFolder(place.stateDirectory, refusal: Self.refusal(ofWritingTo: place.stateDirectory)),
      ])
    if let environment {
      let session = try Session(context: context, environment: context.program.environment(named: environment), place: place)
      let own = await session.diagnose()
      report.environment = own.environment
      report.checks += own.checks
      report.symptoms = own.symptoms
    } else {
      for environment in context.program.environments {
        let result = context.program.synthesize(environment, account: environment.target.account)
        report.checks.append(Doctor.program(environment.name, result.diagnostics, resourceCount: result.graph?.resources.count ?? 0))
      }
    }
    if place.json {
      context.terminal.print(JSONWriter.prettyText(of: report.json))
    } else {
      context.terminal.print(DoctorRenderer(style: context.terminal.style).text(of: report))
    }
    if report.hasFailed { throw ExitCode(ExitStatus.failure.rawValue) }
  }

  /// What `swift --version` writes; `nil` where there is no compiler.
  private static func compilerVersion() async -> String? {
    await withCheckedContinuation { continuation in
      // Waiting for a process blocks a thread, which must be none of the cooperative pool's.
      DispatchQueue.global().async {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift", "--version"]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return continuation.resume(returning: nil) }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        continuation.resume(returning: process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil)
      }
    }
  }

  /// Why nothing can be written to a folder, or be made in the nearest folder that exists; `nil` where it can.
  static func refusal(ofWritingTo path: String) -> String? {
    var url = URL(fileURLWithPath: path).standardizedFileURL
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), url.path != "/" { url.deleteLastPathComponent() }
    let probe = url.appendingPathComponent(".strata-doctor-\(UUID().uuidString)")
    do {
      try Data().write(to: probe)
      try FileManager.default.removeItem(at: probe)
      return nil
    } catch {
      return isFolder.boolValue ? error.localizedDescription : "\(url.path) is no folder"
    }
  }
}
