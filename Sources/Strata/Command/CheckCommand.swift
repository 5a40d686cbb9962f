import ArgumentParser
import Foundation
import StrataModel
import StrataPolicy

/// Runs all checks without touching a cloud.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks an environment completely, its policies too, without any cloud.",
    discussion: """
      The rules of the frameworks that the environment requires run with every plan; here the report of them can be written for people, programs \
      and audits. With --framework others are taken in their place, to see what is missing before they are required.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Option(help: ArgumentHelp("text, json, sarif, junit or markdown.", valueName: "format"))
  var format: FormatName?

  @Option(
    name: .customLong("framework"),
    help: ArgumentHelp(
      "Check by this framework: \(Framework.all.map(\.id).joined(separator: ", ")), or one of the program's own; may be repeated.",
      valueName: "framework"), completion: .list(Framework.all.map(\.id)))
  var frameworks: [String] = []

  @Option(help: ArgumentHelp("Write the report to a file, and the summary to the terminal.", valueName: "file"))
  var report: String?

  func validate() throws {
    if options.place.json, let format = format?.format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other")
    }
  }

  func run() throws {
    let session = try options.session()
    var chosen: [Framework] = []
    for name in frameworks { chosen.append(try session.framework(named: name)) }
    let report = try session.checkReport(frameworks: chosen)
    let terminal = session.context.terminal
    let format = format?.format ?? (options.place.json ? .json : report.fileFormat(of: self.report))
    terminal.report(session.context.diagnostics.text(of: report.allDiagnostics))
    if let file = self.report {
      do {
        try Data(format.text(of: report).utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
      } catch {
        throw CommandFailure(
          Diagnostic(
            .error, code: "report-not-written", "the report cannot be written to \(file): \(error.localizedDescription)",
            remedy: "name a file in a folder that exists and can be written to"))
      }
      terminal.print(ReportFormat.text.text(of: report))
    } else {
      terminal.print(format.text(of: report))
    }
    if report.allDiagnostics.containsErrors { throw ExitCode(ExitStatus.failure.rawValue) }
  }
}

extension CheckReport {
  /// The form that a file's name asks for; text without one.
  fileprivate func fileFormat(of name: String?) -> ReportFormat {
    switch name.map({ URL(fileURLWithPath: $0).pathExtension.lowercased() }) {
    case "json": .json
    case "sarif": .sarif
    case "xml": .junit
    case "md", "markdown": .markdown
    default: .text
    }
  }
}
