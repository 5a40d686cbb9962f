import SwiftSyntaxMacros

/// `@Component`: a reusable part of stacks; with a `let id: String` its resources have that id in their addresses.
enum ComponentMacro: DeclarationMacro {
  static let attributeName = "Component"
  static let protocolName = "Component"
  static let role = "component"
}
