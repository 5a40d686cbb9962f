import Dispatch
import StrataModel
import Synchronization

/// Runs everything that only reads the program: documents in pieces, references, and checks of the graph, side by side.
///
/// Which thread finishes first shows nowhere: the report sorts what was found.
enum CheckRunner {
  /// The number of documents in a piece: enough that handing them out costs nothing.
  private static let pieceSize = 128

  static func run(_ program: ProgramIndex, _ outputs: [OutputDeclaration], _ report: inout DiagnosticReport) {
    let count = program.resources.count
    let pieces = (count + pieceSize - 1) / pieceSize
    let checks = GraphChecks.checks(for: program)
    let found = Mutex<[Diagnostic]>([])
    DispatchQueue.concurrentPerform(iterations: checks.count + 1 + pieces) { task in
      var own = DiagnosticReport()
      // Checks come first, because one of them may take longer than a piece.
      if task < checks.count {
        checks[task].run(program, &own)
      } else if task == checks.count {
        ReferenceCheck.run(program, outputs, &own)
      } else {
        let first = (task - checks.count - 1) * pieceSize
        for index in first..<min(count, first + pieceSize) { SchemaCheck.check(index, program, &own) }
      }
      if !own.diagnostics.isEmpty { found.withLock { $0 += own.diagnostics } }
    }
    for diagnostic in found.withLock({ $0 }) { report.add(diagnostic) }
  }
}
