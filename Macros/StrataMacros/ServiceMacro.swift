import ResourceCatalog
import SwiftSyntax
import SwiftSyntaxMacros
import TypeProvider

/// `@Service("AWS::KMS")`: one typed resource for each type of a service.
enum ServiceMacro: MemberMacro {
  /// No formatting pass: nobody reads the text, and formatting it costs more than compiling it.
  static var formatMode: FormatMode { .disabled }

  static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    let arguments = MacroArguments(node)
    guard let service = arguments.first else {
      context.diagnose(.unreadableArgument(of: node, what: "the name of a service, such as \"AWS::KMS\""))
      return []
    }
    guard declaration.is(EnumDeclSyntax.self) || declaration.is(ExtensionDeclSyntax.self) else {
      context.diagnose(.wrongDeclaration(node, wanted: "an enum without cases, or an extension of one"))
      return []
    }
    guard
      let text = ResourceRenderer.members(
        ofService: service.text, from: arguments["from"]?.text ?? "", upTo: arguments["upTo"]?.text ?? "")
    else {
      context.diagnose(.unknownService(service.text, at: service.expression))
      return []
    }
    return VerbatimMembers.declarations(text)
  }
}
