import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// What `@Stack` and `@Component` have in common: they write the initializer, the placement and the conformance, and check the declaration.
///
/// Expansion is diagnose, then create. The checks run in the extension role, which the compiler asks for once per type.
protocol DeclarationMacro: MemberMacro, MemberAttributeMacro, ExtensionMacro {
  /// The name that people write behind the `@`.
  static var attributeName: String { get }

  /// The protocol that the type gets.
  static var protocolName: String { get }

  /// The label under which the context takes the declaration.
  static var role: String { get }
}

extension DeclarationMacro {
  /// The text is written as it should stand; formatting the tree again would only cost time.
  static var formatMode: FormatMode { .disabled }

  static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    let stack = StackDeclaration(declaration)
    guard stack.kind != .other else { return [] }
    let identifier = stack.hasIdentifier ? "self.id" : node.writtenID?.trimmedDescription ?? "nil"
    let placement = PlacementWriter(stack, role: role, identifier: identifier)
    let members = [InitializerWriter(stack).text(), placement.modifiers, placement.function]
    return members.compactMap { $0 }.map { "\(raw: $0)" }
  }

  static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax, providingAttributesFor member: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [AttributeSyntax] {
    needsBuilder(member) ? ["\(raw: GeneratedNames.builder)"] : []
  }

  static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax, providingExtensionsOf type: some TypeSyntaxProtocol,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [ExtensionDeclSyntax] {
    for diagnostic in ShapeChecker(attributeName, node).check(declaration) { context.diagnose(diagnostic) }
    for diagnostic in DeclarationChecker.check(declaration).diagnostics { context.diagnose(diagnostic) }
    if protocols.isEmpty { return [] }
    return [try ExtensionDeclSyntax("extension \(type.trimmed): \(raw: GeneratedNames.module).\(raw: protocolName) {}")]
  }

  /// Whether a member's statements are infrastructure: `body`, and helpers that say `some Infrastructure`.
  ///
  /// A conformance that comes from a macro does not make the compiler infer the protocol's result builder, so the attribute is written out.
  private static func needsBuilder(_ member: some DeclSyntaxProtocol) -> Bool {
    if let variable = member.as(VariableDeclSyntax.self), variable.attributes.isEmpty, variable.bindings.count == 1,
      let binding = variable.bindings.first, binding.accessorBlock != nil, binding.initializer == nil
    {
      return binding.pattern.trimmedDescription == "body" || binding.typeAnnotation?.type.isSomeInfrastructure ?? false
    }
    if let function = member.as(FunctionDeclSyntax.self), function.attributes.isEmpty, function.body != nil {
      return function.signature.returnClause?.type.isSomeInfrastructure ?? false
    }
    return false
  }
}

extension TypeSyntax {
  /// Whether the type is written `some Infrastructure`.
  var isSomeInfrastructure: Bool {
    guard let opaque = self.as(SomeOrAnyTypeSyntax.self), opaque.someOrAnySpecifier.tokenKind == .keyword(.some) else { return false }
    return opaque.constraint.as(IdentifierTypeSyntax.self)?.name.text == "Infrastructure"
      || opaque.constraint.as(MemberTypeSyntax.self)?.name.text == "Infrastructure"
  }
}
