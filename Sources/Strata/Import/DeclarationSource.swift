import StrataModel

/// Writes the declarations of taken over objects for where they belong: into a stack that the program has, or as a new stack.
struct DeclarationSource {
  /// The names that the program's source has for resources.
  var names: ProgramNames
  /// The stacks that the program declares.
  var stacks: Set<String>

  func text(of declarations: [SwiftDeclarationWriter.Declaration]) -> String {
    let byStack = Dictionary(grouping: declarations, by: \.address.stack)
    return byStack.keys.sorted().map { stack in
      text(of: byStack[stack, default: []], in: stack, isNew: !stacks.contains(stack))
    }.joined(separator: "\n")
  }

  private func text(of declarations: [SwiftDeclarationWriter.Declaration], in stack: String, isNew: Bool) -> String {
    let expressions = names.expressions(in: stack)
    let inputs = inputs(of: declarations, in: stack)
    let writer = SwiftDeclarationWriter(names: expressions)
    guard !isNew else { return "import Strata\n\n" + writer.stack(stack, inputs: inputs, declarations) }
    var text = "// In the stack '\(stack)'"
    if !inputs.isEmpty { text += ", which needs " + inputs.map { "'let \($0.name): \($0.type)'" }.joined(separator: ", ") }
    return text + ":\n" + writer.members(declarations)
  }

  /// The other stacks that declarations refer to.
  private func inputs(of declarations: [SwiftDeclarationWriter.Declaration], in stack: String) -> [(name: String, type: String)] {
    var found: [String: String] = [:]
    for declaration in declarations {
      PropertyValue.object(declaration.properties).forEachReference { reference, _ in
        guard reference.address.stack != stack, let member = names.members[reference.address] else { return }
        found[member.input] = member.stackType
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
