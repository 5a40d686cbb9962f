/// A lookup of a program, with the place where the program asks for it first.
public struct LookupDeclaration: Sendable, Hashable {
  public var query: LookupQuery

  /// Where the lookup was written; part of no digest.
  public var source: SourceLocation

  /// Creates a declaration.
  public init(_ query: LookupQuery, at source: SourceLocation) {
    self.query = query
    self.source = source
  }

  /// The name under which the answer is pinned.
  public var key: String { query.key }
}
