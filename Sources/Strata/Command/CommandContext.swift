import Foundation
import StrataModel

/// What every command works on.
struct CommandContext: Sendable {
  /// The context of the command that runs; the argument parser creates commands itself, so they find it here.
  @TaskLocal static var current = CommandContext(program: Program(environments: []), terminal: .standard())

  var program: Program
  var terminal: Terminal

  /// Renders diagnostics for the terminal.
  var diagnostics: DiagnosticRenderer { DiagnosticRenderer(style: terminal.style, sources: sources) }

  let sources: SourceFiles

  /// The day by which waivers end; the only place where policies meet a clock.
  let today: @Sendable () -> CalendarDate

  /// Creates a context; positions are shown relative to the working directory unless another index is given.
  init(
    program: Program, terminal: Terminal, sources: SourceFiles = SourceFiles(),
    today: @escaping @Sendable () -> CalendarDate = { CalendarDate(secondsSince1970: Int(Date().timeIntervalSince1970)) }
  ) {
    self.program = program
    self.terminal = terminal
    self.sources = sources
    self.today = today
  }
}
