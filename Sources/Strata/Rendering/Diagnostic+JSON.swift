import StrataModel

extension Diagnostic {
  /// The diagnostic for programs.
  func json(sources: SourceFiles) -> PropertyValue { json { sources.display($0) } }
}
