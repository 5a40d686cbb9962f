import SwiftDiagnostics
import SwiftSyntax

/// Checks that a declaration is of a form that the macro can complete.
struct ShapeChecker {
  private let macroName: String
  private let attribute: AttributeSyntax

  init(_ macroName: String, _ attribute: AttributeSyntax) {
    self.macroName = macroName
    self.attribute = attribute
  }

  func check(_ declaration: some DeclGroupSyntax) -> [Diagnostic] {
    let stack = StackDeclaration(declaration)
    var found: [Diagnostic] = []
    switch stack.kind {
    case .other: return [.wrongDeclaration(macroName, at: attribute)]
    case .openClass:
      if let type = declaration.as(ClassDeclSyntax.self) { found.append(.notFinal(macroName, type)) }
    case .structure:
      if let type = declaration.as(StructDeclSyntax.self), let child = stack.children.first(where: \.isLazy) {
        found.append(.lazyInStructure(macroName, child.name, declaration: type))
      }
    case .finalClass: break
    }
    if !stack.hasInitializer { found += stack.unreadable.map { .unreadableInput($0) } }
    if stack.body == nil, stack.children.isEmpty, let name = declaration.asProtocol((any NamedDeclSyntax).self)?.name {
      found.append(.emptyDeclaration(macroName, name))
    }
    if let id = attribute.writtenID, let text = id.literalText, !LogicalID.isValid(text) { found.append(.invalidID(text, at: id)) }
    return found
  }
}

extension AttributeSyntax {
  /// The id in `@Stack("id")`.
  var writtenID: ExprSyntax? {
    guard case .argumentList(let arguments)? = arguments else { return nil }
    return arguments.first { $0.label == nil }?.expression
  }
}
