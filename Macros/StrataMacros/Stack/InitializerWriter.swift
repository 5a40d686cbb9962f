import SwiftSyntax

/// Writes the initializer of a stack or component from its stored properties.
///
/// A `let` without a value is a parameter, a `var` with a value is a parameter with that default, an optional defaults to `nil`, and
/// `let id: String` comes first and without a label. This is the rule of Swift's own memberwise initializers, for classes and for `public` types too.
struct InitializerWriter {
  private let declaration: StackDeclaration

  init(_ declaration: StackDeclaration) { self.declaration = declaration }

  /// The initializer's text, or `nil` where the user wrote one or none can be written.
  func text() -> String? {
    guard !declaration.hasInitializer, declaration.unreadable.isEmpty else { return nil }
    let parameters = declaration.inputs.map(parameter).joined(separator: ", ")
    guard !declaration.inputs.isEmpty else { return "\(declaration.accessPrefix)init() {}" }
    let assignments = declaration.inputs.map { "  self.\($0.name.text) = \($0.name.text)\n" }.joined()
    return "\(declaration.accessPrefix)init(\(parameters)) {\n\(assignments)}"
  }

  private func parameter(_ input: StackDeclaration.Input) -> String {
    let label = input.isUnlabelled ? "_ " : ""
    let escaping = input.type.isFunction ? "@escaping " : ""
    let defaultValue = input.defaultValue.map { " = \($0)" } ?? ""
    return "\(label)\(input.name.text): \(escaping)\(input.type.trimmedDescription)\(defaultValue)"
  }
}
