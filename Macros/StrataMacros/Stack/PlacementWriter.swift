import SwiftSyntax

/// Writes the function that declares what a stack or component holds: its children in declaration order, then its body.
///
/// Reading each lazy property there also means that a child which nobody mentions is deployed all the same.
struct PlacementWriter {
  private let declaration: StackDeclaration
  /// The label under which the context takes the declaration: `stack` or `component`.
  private let role: String
  /// The expression that gives the id.
  private let identifier: String

  init(_ declaration: StackDeclaration, role: String, identifier: String) {
    self.declaration = declaration
    self.role = role
    self.identifier = identifier
  }

  /// The stored property that modifiers such as `protected()` write into.
  var modifiers: String { "\(declaration.accessPrefix)let modifiers = \(GeneratedNames.module).Modifiers()" }

  /// The function.
  var function: String {
    let names = declaration.children.filter(\.mayHoldInfrastructure).map(\.name.text) + ["body"]
    return "\(declaration.accessPrefix)func declare(in context: \(GeneratedNames.module).DeclarationContext) {\n"
      + "  context.declare(\(role): self, id: \(identifier)) {\n"
      + names.map { "    context.place(self.\($0))\n" }.joined() + "  }\n}"
  }
}

extension StackDeclaration.Child {
  /// Whether the value may be infrastructure: any lazy one, and stored ones that are more than a literal.
  fileprivate var mayHoldInfrastructure: Bool {
    guard !isLazy, let value = binding.initializer?.value else { return true }
    return !(value.is(StringLiteralExprSyntax.self) || value.literalNumber != nil || value.literalBool != nil || value.isNil)
  }
}
