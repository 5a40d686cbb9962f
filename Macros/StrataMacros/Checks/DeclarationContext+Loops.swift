import SwiftSyntax

extension DeclarationContext {
  /// Runs `body` inside of a loop whose own names differ in each iteration.
  func inLoop(_ node: some SyntaxProtocol, names: [String], variable: String? = nil, _ body: () -> Void) {
    loops.append(EnclosingLoop(node: Syntax(node), variable: variable ?? (names.count == 1 ? names[0] : nil), varyingNames: Set(names)))
    body()
    loops.removeLast()
  }

  /// Runs `body` inside of one arm of a choice.
  func inArm(_ arm: Int, of choice: SyntaxIdentifier, _ body: () -> Void) {
    branches.append(BranchArm(choice: choice, arm: arm))
    body()
    branches.removeLast()
  }

  /// Notes that names differ in each iteration of those enclosing loops in which what they are made from does.
  func noteVariation(of names: [String], from source: ExprSyntax, isConstant: Bool = true) {
    guard !loops.isEmpty else { return }
    let mentioned = MentionedNames(in: source)
    for index in loops.indices {
      let varies = !isConstant || mentioned.callsSomething || !loops[index].varyingNames.isDisjoint(with: mentioned.names)
      if varies { loops[index].varyingNames.formUnion(names) }
    }
  }

  /// Notes that nothing is known of where names come from, so that they may differ in each iteration of all enclosing loops.
  func noteUnknownVariation(of names: [String]) {
    for index in loops.indices { loops[index].varyingNames.formUnion(names) }
  }
}
