import StrataLanguage
import StrataModel

/// Collects diagnostics and brings them into their final order.
struct DiagnosticReport {
  private(set) var diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports something that AWS would refuse.
  mutating func error(
    _ code: String, _ message: String, remedy: String? = nil, at resource: DeclaredResource, path: PropertyPath? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    add(
      Diagnostic(.error, code: code, message, remedy: remedy, at: resource.source, address: resource.address, path: path, notes: notes))
  }

  /// Reports something that AWS accepts and that does other than what is meant.
  mutating func warning(
    _ code: String, _ message: String, remedy: String? = nil, at resource: DeclaredResource, path: PropertyPath? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    add(
      Diagnostic(.warning, code: code, message, remedy: remedy, at: resource.source, address: resource.address, path: path, notes: notes))
  }

  /// All diagnostics by file, line and column, then by address, path and text; equal ones once.
  func sorted() -> [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.sorted(by: Self.precedes)
  }

  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    switch (left.location, right.location) {
    case (nil, _?): return false
    case (_?, nil): return true
    case (let a?, let b?) where a != b:
      return (a.fileID, a.line, a.column) < (b.fileID, b.line, b.column)
    default: break
    }
    let addresses = (left.address?.path ?? "", right.address?.path ?? "")
    if addresses.0 != addresses.1 { return addresses.0 < addresses.1 }
    let paths = (left.path ?? .root, right.path ?? .root)
    if paths.0 != paths.1 { return paths.0 < paths.1 }
    if left.severity != right.severity { return left.severity > right.severity }
    return (left.message, left.code) < (right.message, right.code)
  }
}
