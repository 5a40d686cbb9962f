import ResourceCatalog
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros
import TypeProvider

/// `@Resource("AWS::AppMesh::Mesh")`: the typed resource of one type, with the members that the program wrote itself.
enum ResourceMacro: MemberMacro, ExtensionMacro {
  /// No formatting pass: nobody reads the text, and formatting it costs more than compiling it.
  static var formatMode: FormatMode { .disabled }

  static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    let arguments = MacroArguments(node)
    guard let name = arguments.first else {
      context.diagnose(.unreadableArgument(of: node, what: "the name of a resource type, such as \"AWS::KMS::Key\""))
      return []
    }
    guard let structure = declaration.as(StructDeclSyntax.self) else {
      context.diagnose(.wrongDeclaration(node, wanted: "a struct"))
      return []
    }
    guard let surface = ResourceSurface(typeName: name.text) else {
      context.diagnose(.unknownResourceType(name.text, at: name.expression))
      return []
    }
    let members = WrittenMemberReader(surface).read(structure)
    for diagnostic in members.diagnostics { context.diagnose(diagnostic) }
    return VerbatimMembers.declarations(
      ResourceRenderer.members(of: surface, written: members.members, access: Self.accessPrefix(of: structure.modifiers)))
  }

  static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax, providingExtensionsOf type: some TypeSyntaxProtocol,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [ExtensionDeclSyntax] {
    guard !protocols.isEmpty, declaration.is(StructDeclSyntax.self), let name = MacroArguments(node).first,
      ResourceCatalog.aws.type(name.text) != nil
    else { return [] }
    return [try ExtensionDeclSyntax("extension \(type.trimmed): StrataLanguage.Resource {}")]
  }

  private static func accessPrefix(of modifiers: DeclModifierListSyntax) -> String {
    for modifier in modifiers {
      switch modifier.name.tokenKind {
      case .keyword(.public), .keyword(.open): return "public "
      case .keyword(.package): return "package "
      default: continue
      }
    }
    return ""
  }
}
