import StrataModel

/// A mistake in what a stack or component was given, found while its body runs: nothing is deployed until it is mended.
///
/// The checks know AWS's rules; a stack knows its own. A body says what is wrong as it says everything else, so all mistakes of a program
/// are reported together:
///
/// ```swift
/// if settings.administrators.isEmpty {
///   Problem("nobody administers the key", remedy: "name at least one role in 'administrators'")
/// }
/// ```
public struct Problem: Infrastructure, Sendable {
  private let diagnostic: Diagnostic

  /// Creates a problem with a place: by default the line of the call.
  ///
  /// Where the mistake stands in another file, such as a list of tenants, `fileID` is that file's path and `line` its line, counted from 1.
  public init(
    _ message: String, remedy: String? = nil, fileID: String = #fileID, line: Int = #line, column: Int = 0
  ) {
    diagnostic = Diagnostic(
      .error, code: "invalid-setting", InterpolationToken.readable(message), remedy: remedy.map { InterpolationToken.readable($0) },
      at: SourceLocation(fileID: fileID, line: line, column: column))
  }

  public func declare(in context: DeclarationContext) { context.report(diagnostic) }
}
