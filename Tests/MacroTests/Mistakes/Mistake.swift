import Testing

/// A bad source and exactly what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  /// What is wrong, in words.
  let testDescription: String
  /// The members of a stack; the first one is on line 2.
  let members: String
  /// The messages as `line:column: severity: message`, each followed by its notes and fix-its.
  let report: [String]

  init(_ description: String, _ members: String, _ report: [String]) {
    testDescription = description
    self.members = members
    self.report = report
  }

  /// The whole source.
  var source: String {
    "@Stack final class S {\n" + members.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined() + "}"
  }
}
