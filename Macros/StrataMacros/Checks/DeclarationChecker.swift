import SwiftDiagnostics
import SwiftSyntax

/// Checks everything that one declaration writes out: each resource call at its literals, and how the members hang together.
///
/// A macro sees only the syntax of the type it is attached to. What it cannot see (other files, extensions, values computed at run time) the same
/// rules of `ResourceCatalog` check again at synthesis.
struct DeclarationChecker {
  /// The result of a check.
  struct Result {
    var diagnostics: [Diagnostic]
    /// How many tokens and values were looked at.
    var visits: Int
  }

  static func check(_ declaration: some DeclGroupSyntax) -> Result {
    let context = DeclarationContext()
    for member in declaration.memberBlock.members { add(member.decl, to: context) }
    let walker = DeclarationWalker(context)
    for member in context.memberOrder { walker.walk(member) }
    walker.finish()
    var cycles = LazyCycleChecker(context)
    cycles.check()
    return Result(diagnostics: context.diagnostics.sorted { $0.position < $1.position }, visits: context.visits)
  }

  private static func add(_ declaration: DeclSyntax, to context: DeclarationContext) {
    if let variable = declaration.as(VariableDeclSyntax.self) {
      add(variable, to: context)
    } else if let function = declaration.as(FunctionDeclSyntax.self) {
      context.add(
        DeclarationMember(
          name: function.name.text, role: .method, node: function,
          isBuilder: function.attributes.containsBuilder || (function.signature.returnClause?.type.isSomeInfrastructure ?? false)))
    } else if let initializer = declaration.as(InitializerDeclSyntax.self) {
      context.add(DeclarationMember(name: "init", role: .method, node: initializer))
    } else if let conditional = declaration.as(IfConfigDeclSyntax.self) {
      for clause in conditional.clauses {
        guard case .decls(let members)? = clause.elements else { continue }
        for member in members { add(member.decl, to: context) }
      }
    } else if let group = declaration.asProtocol((any DeclGroupSyntax).self), !group.isChecked {
      context.add(DeclarationMember(name: "", role: .method, node: declaration))
    }
  }

  private static func add(_ variable: VariableDeclSyntax, to context: DeclarationContext) {
    let isLazy = variable.modifiers.contains { $0.name.tokenKind == .keyword(.lazy) }
    for binding in variable.bindings {
      let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text ?? ""
      let isComputed = binding.accessorBlock != nil && binding.initializer == nil
      let isBody = name == "body" && isComputed
      let type = binding.typeAnnotation?.type
      context.add(
        DeclarationMember(
          name: name, role: isBody || !isComputed ? .placed : .computed, node: variable, value: binding.initializer?.value, type: type,
          isLazy: isLazy, isConstant: variable.bindingSpecifier.tokenKind == .keyword(.let),
          isBuilder: isBody || variable.attributes.containsBuilder || (type?.isSomeInfrastructure ?? false)))
    }
  }
}

extension AttributeListSyntax {
  /// Whether a result builder is among the attributes.
  fileprivate var containsBuilder: Bool {
    contains { $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription.hasSuffix("Builder") ?? false }
  }
}

extension DeclGroupSyntax {
  /// Whether the type has its own `@Stack` or `@Component`, which checks it.
  fileprivate var isChecked: Bool {
    attributes.contains { element in
      guard let name = element.as(AttributeSyntax.self)?.attributeName.trimmedDescription else { return false }
      return name == "Stack" || name == "Component" || name.hasSuffix(".Stack") || name.hasSuffix(".Component")
    }
  }
}
