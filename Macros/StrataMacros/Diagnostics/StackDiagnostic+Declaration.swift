import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder

extension Diagnostic {
  /// The macro on a class that others may inherit from.
  static func notFinal(_ macro: String, _ declaration: ClassDeclSyntax) -> Diagnostic {
    StackDiagnostic.make(
      "class-not-final", at: declaration.classKeyword, "@\(macro) belongs on a 'final class' or a 'struct'",
      remedies: [.rewrite(declaration.classKeyword, as: "final class", "make the class final")])
  }

  /// The macro on an actor, an enum or a protocol.
  static func wrongDeclaration(_ macro: String, at attribute: AttributeSyntax) -> Diagnostic {
    StackDiagnostic.make("wrong-declaration", at: attribute, "@\(macro) belongs on a 'final class' or a 'struct'")
  }

  /// Lazy children of a struct: they would be made anew in each copy.
  static func lazyInStructure(_ macro: String, _ name: TokenSyntax, declaration: StructDeclSyntax) -> Diagnostic {
    StackDiagnostic.make(
      "lazy-in-struct", at: name,
      "'\(name.text)' is a lazy var of a struct, so each copy would create its own; a \(macro) with shared children is a 'final class'",
      remedies: [.rewrite(declaration.structKeyword, as: "final class", "make '\(declaration.name.text)' a final class")])
  }

  /// Stored properties that no initializer can be written for.
  static func unreadableInput(_ binding: PatternBindingSyntax) -> Diagnostic {
    StackDiagnostic.make(
      "unreadable-input", at: binding.pattern,
      "no initializer can be written for '\(binding.pattern.trimmedDescription)': give each input its own name and type, or write 'init' yourself"
    )
  }

  /// A stack or component that declares nothing.
  static func emptyDeclaration(_ macro: String, _ name: TokenSyntax) -> Diagnostic {
    StackDiagnostic.make(
      "empty-declaration", at: name, "'\(name.text)' declares nothing: give it a 'body' or 'lazy var' children", severity: .warning)
  }
}
