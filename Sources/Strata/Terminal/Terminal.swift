import Foundation

/// Where a command reads from and writes to.
struct Terminal: Sendable {
  /// Whether a person reads the output as it comes: progress may be redrawn, and questions asked.
  var isInteractive: Bool
  var style: TextStyle
  /// Columns; 100 where the terminal does not say.
  var width: Int

  private let output: @Sendable (String) -> Void
  private let errorOutput: @Sendable (String) -> Void
  private let readAnswer: @Sendable () -> String?

  /// Creates a terminal over functions, for tests.
  init(
    isInteractive: Bool, style: TextStyle, width: Int = 100, output: @escaping @Sendable (String) -> Void,
    errorOutput: @escaping @Sendable (String) -> Void, readAnswer: @escaping @Sendable () -> String?
  ) {
    self.isInteractive = isInteractive
    self.style = style
    self.width = width
    self.output = output
    self.errorOutput = errorOutput
    self.readAnswer = readAnswer
  }

  /// The process's own standard streams.
  ///
  /// Colours follow `NO_COLOR` (no-color.org), `CLICOLOR_FORCE` and `TERM=dumb`.
  static func standard(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let isDumb = environment["TERM"] == "dumb"
    let isColored: Bool
    if let value = environment["NO_COLOR"], !value.isEmpty {
      isColored = false
    } else if let value = environment["CLICOLOR_FORCE"], value != "0" {
      isColored = true
    } else {
      isColored = isTerminal && !isDumb
    }
    return Terminal(
      isInteractive: isTerminal && isatty(STDIN_FILENO) == 1 && !isDumb && environment["CI"] == nil,
      style: TextStyle(isColored: isColored), width: windowWidth() ?? 100,
      output: { write($0, to: FileHandle.standardOutput) }, errorOutput: { write($0, to: FileHandle.standardError) },
      readAnswer: { readLine() })
  }

  /// Writes results: what a pipe or file should receive.
  func print(_ text: String) { output(text) }

  /// Writes what is only for people: diagnostics, progress, questions.
  func report(_ text: String) { errorOutput(text) }

  /// Asks a question and answers whether the reply was `yes`; without a person it is no.
  func confirms(_ question: String) -> Bool {
    guard isInteractive else { return false }
    report(question)
    return readAnswer()?.trimmingCharacters(in: .whitespaces) == "yes"
  }

  /// A closed pipe ends the writing, not the deployment.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }

  private static func windowWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
