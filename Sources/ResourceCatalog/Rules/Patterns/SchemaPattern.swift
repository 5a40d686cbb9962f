import Synchronization

/// A regular expression of the catalogue, ready to match: ECMA-262 as resource schemas use it, on Unicode scalars.
///
/// `\d` and `\w` are ASCII, as on AWS's side; `$` also stands before a final line feed, as in Java.
/// Each expression is translated at most once per process.
public struct SchemaPattern: Sendable {
  private let program: PatternProgram

  /// Translates an expression; nil for one that has back references, named groups or more than 24,000 instructions.
  public init?(_ expression: String) {
    guard let node = PatternParser.parse(expression), let program = PatternProgram(node) else { return nil }
    self.program = program
  }

  /// Whether the expression is found in a string; it need not cover it, unless it says so itself.
  ///
  /// Linear for nearly all expressions of the catalogue and never worse than quadratic.
  public func isFound(in text: String) -> Bool {
    text.withCatalogBytes { PatternMatcher.isFound(program, in: $0) }
  }

  /// Those of some expressions of the catalogue that are not read, and so never refuse a string.
  public static func skipped(among expressions: some Sequence<CatalogString>) -> [CatalogString] {
    expressions.filter { isFound($0, in: "") == nil }
  }

  private enum Entry: Sendable {
    case ready(SchemaPattern)
    case skipped
  }

  private static let known = Mutex<[CatalogString: Entry]>([:])

  /// Whether an expression of the catalogue is found in a string; nil for an expression that is skipped.
  static func isFound(_ expression: CatalogString, in text: String) -> Bool? {
    let entry = known.withLock { table -> Entry in
      if let entry = table[expression] { return entry }
      let entry: Entry = SchemaPattern(String(expression)).map { .ready($0) } ?? .skipped
      table[expression] = entry
      return entry
    }
    switch entry {
    case .ready(let pattern): return pattern.isFound(in: text)
    case .skipped: return nil
    }
  }
}
