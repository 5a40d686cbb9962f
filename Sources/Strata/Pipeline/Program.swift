import ResourceCatalog
import StrataLanguage
import StrataModel
import StrataSynthesis

/// The user's program: its environments, and the way from one of them to a checked graph.
struct Program: Sendable {
  let environments: [Environment]

  /// Creates a program from an app.
  init(_ app: some App) { environments = app.environments.all }

  /// Creates a program from environments.
  init(environments: [Environment]) { self.environments = environments }

  /// Mistakes in the list of environments itself.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    var first: [String: Environment] = [:]
    for environment in environments {
      if !ResourceAddress.isValidID(environment.name) {
        found.append(
          Diagnostic(
            .error, code: "invalid-environment-name", "'\(environment.name)' cannot be the name of an environment",
            remedy: "use 1 to 64 letters, digits, '.', '_' or '-'", at: environment.source))
      }
      if let other = first[environment.name] {
        found.append(
          Diagnostic(
            .error, code: "duplicate-environment", "two environments are named '\(environment.name)'", remedy: "rename one of them",
            at: environment.source, notes: [Diagnostic.Note("the other one", at: other.source)]))
      } else {
        first[environment.name] = environment
      }
    }
    return found
  }

  /// The environment of a name.
  ///
  /// - Throws: ``CommandFailure`` that lists the names there are.
  func environment(named name: String) throws(CommandFailure) -> Environment {
    let diagnostics = diagnostics
    guard diagnostics.isEmpty else { throw CommandFailure(diagnostics) }
    if let environment = environments.first(where: { $0.name == name }) { return environment }
    let names = environments.map(\.name)
    let suggestion = NearestName.nearest(to: name, among: names).map { "did you mean '\($0)'? " } ?? ""
    let list = names.isEmpty ? "the program declares none" : "there are: \(names.joined(separator: ", "))"
    throw CommandFailure(
      Diagnostic(.error, code: "unknown-environment", "there is no environment '\(name)'", remedy: "\(suggestion)\(list)"))
  }

  /// Runs the program for an environment, and checks nothing of what it declared.
  func declare(_ environment: Environment, account: String) -> DeclarationSet {
    StrataLanguage.declare(environment, account: account)
  }

  /// Runs the program for an environment and checks what it declared.
  func synthesize(_ environment: Environment, account: String) -> SynthesisResult {
    StrataSynthesis.synthesize(declare(environment, account: account))
  }
}
