/// A rule about what several properties or several resources say together, which no schema of one type can express.
///
/// To add one: a type of its own in the folder of its domain, listed in ``GraphChecks``. A check is run only if the program has a resource of one of
/// its types, reads what it needs through ``ProgramIndex`` by type, and stays linear. What is not known yet never breaks a rule.
protocol GraphCheck: Sendable {
  /// The types whose presence makes the check worth running.
  var types: [String] { get }

  /// Where AWS states the rule.
  var source: String { get }

  /// Reports every breach.
  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport)
}
