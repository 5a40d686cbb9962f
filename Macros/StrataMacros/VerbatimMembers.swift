import SwiftSyntax

/// Members handed to the compiler as one token.
///
/// The compiler parses the text of an expansion anyway. Building a syntax tree for it first doubles the time that a large service takes: for EC2
/// about 20 seconds with a tree against 9 without, in a debug build of the plugin.
enum VerbatimMembers {
  /// The text as the members of a declaration.
  static func declarations(_ text: String) -> [DeclSyntax] {
    text.isEmpty ? [] : [DeclSyntax(MissingDeclSyntax(placeholder: .identifier(text)))]
  }
}
