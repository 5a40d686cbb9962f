import SwiftSyntaxMacros

/// `@Stack`, optionally with an id: a unit of infrastructure whose id is the first part of its resources' addresses.
enum StackMacro: DeclarationMacro {
  static let attributeName = "Stack"
  static let protocolName = "Stack"
  static let role = "stack"
}
