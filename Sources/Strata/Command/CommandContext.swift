/// What every command works on.
struct CommandContext: Sendable {
  /// The context of the command that runs; the argument parser creates commands itself, so they find it here.
  @TaskLocal static var current = CommandContext(program: Program(environments: []), terminal: .standard())

  var program: Program
  var terminal: Terminal

  /// Renders diagnostics for the terminal.
  var diagnostics: DiagnosticRenderer { DiagnosticRenderer(style: terminal.style, sources: sources) }

  let sources: SourceFiles

  /// Creates a context; positions are shown relative to the working directory unless another index is given.
  init(program: Program, terminal: Terminal, sources: SourceFiles = SourceFiles()) {
    self.program = program
    self.terminal = terminal
    self.sources = sources
  }
}
