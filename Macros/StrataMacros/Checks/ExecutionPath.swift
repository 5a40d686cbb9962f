import SwiftSyntax

/// One branch that code lies in: which choice, and which of its arms.
struct BranchArm: Hashable {
  var choice: SyntaxIdentifier
  var arm: Int
}

/// A loop around code, with the names whose values differ from one iteration to the next.
struct EnclosingLoop {
  var node: Syntax
  /// The loop's own variable, if it is a single name.
  var variable: String?
  var varyingNames: Set<String>
}

extension [BranchArm] {
  /// Whether code with these branches and code with those can never both run in one pass.
  func excludes(_ other: [BranchArm]) -> Bool {
    contains { mine in other.contains { $0.choice == mine.choice && $0.arm != mine.arm } }
  }
}
