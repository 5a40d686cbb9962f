import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder

extension Diagnostic {
  /// A local constant that holds a new resource which nothing places or mentions.
  static func unplacedResource(_ name: String, type: String, pattern: IdentifierPatternSyntax, declaration: VariableDeclSyntax)
    -> Diagnostic
  {
    var remedies: [StackDiagnostic.Remedy] = []
    if declaration.bindings.count == 1, let value = declaration.bindings.first?.initializer?.value {
      remedies.append(.replace(declaration, with: value, "place it: remove 'let \(name) ='"))
    }
    return StackDiagnostic.make(
      "unplaced-resource", at: pattern,
      "'\(name)' creates \(type.withArticle) that is neither placed nor used, so it would not be deployed",
      remedies: remedies)
  }

  /// A resource that is created as a statement of a function without a result builder.
  static func discardedResource(type: String, at call: FunctionCallExprSyntax, member: String) -> Diagnostic {
    StackDiagnostic.make(
      "discarded-resource", at: call,
      "\(type.withArticle) created here is lost: '\(member)' has no result builder; return it, or mark the function '@InfrastructureBuilder'"
    )
  }

  /// A computed property that makes a new resource at each access.
  static func computedResource(_ name: String, type: String, variable: VariableDeclSyntax, onlyValue: ExprSyntax?) -> Diagnostic {
    var remedies: [StackDiagnostic.Remedy] = []
    if let binding = variable.bindings.first, let onlyValue {
      let stored = binding.with(\.accessorBlock, nil)
        .with(
          \.initializer,
          InitializerClauseSyntax(equal: .equalToken(leadingTrivia: .space, trailingTrivia: .space), value: onlyValue.trimmed))
      let pattern = stored.with(\.pattern.trailingTrivia, stored.typeAnnotation == nil ? [] : stored.pattern.trailingTrivia)
      let annotation = pattern.typeAnnotation.map { $0.with(\.trailingTrivia, []) }
      let lazy = DeclModifierSyntax(name: .keyword(.lazy, trailingTrivia: .space))
      var replacement = variable.with(\.bindings, [pattern.with(\.typeAnnotation, annotation)])
      replacement.modifiers.append(lazy)
      remedies.append(.replace(variable, with: replacement, "make it a 'lazy var' of a final class"))
    }
    return StackDiagnostic.make(
      "computed-resource", at: variable.bindingSpecifier,
      "'\(name)' creates a new \(type) at each access; a shared resource is a 'lazy var' of a final class", remedies: remedies)
  }

  /// Lazy properties that need each other.
  static func lazyCycle(_ hops: [LazyCycleChecker.Hop]) -> Diagnostic {
    let names = hops.map(\.member.name)
    let first = names.first ?? ""
    let chain = (names + [first]).map { "'\($0)'" }.joined(separator: " → ")
    let lazyNames = hops.filter(\.member.isLazy).map(\.member.name)
    let subject = lazyNames.count == 1 ? "'\(lazyNames[0])' needs itself" : "\(lazyNames.quotedList()) need each other"
    return StackDiagnostic.make(
      "lazy-cycle", at: hops.first?.node ?? Syntax(TokenSyntax.identifier(first)),
      "\(subject): \(chain); reading one would never end. Declare one without the other and join them by a resource of their own, "
        + "for example a policy, a rule or an attachment",
      related: hops.map { StackDiagnostic.Related($0.node, "'\($0.member.name)' needs '\($0.next)' here") })
  }

  /// A secret inside of a string.
  static func interpolatedSecret(_ expression: ExprSyntax, segment: ExpressionSegmentSyntax) -> Diagnostic {
    var remedies: [StackDiagnostic.Remedy] = []
    if let literal = segment.parent?.parent?.as(StringLiteralExprSyntax.self),
      literal.segments.allSatisfy({ $0.isEmptyText || $0.id == segment.id })
    {
      remedies.append(.replace(literal, with: expression.trimmed, "pass '\(expression.trimmedDescription)' itself"))
    }
    return StackDiagnostic.make(
      "interpolated-secret", at: expression,
      "a secret has no text before it is applied: pass '\(expression.trimmedDescription)' itself to a write-only property",
      remedies: remedies)
  }
}

extension StringLiteralSegmentListSyntax.Element {
  /// Whether the segment is text without a character.
  fileprivate var isEmptyText: Bool {
    if case .stringSegment(let segment) = self { segment.content.text.isEmpty } else { false }
  }
}

extension String {
  /// The text behind `a` or `an`; an abbreviation is spelled, so it is `an S3.Bucket` and `a KMS.Key`.
  var withArticle: String {
    let start = utf8.prefix(2).map { $0 }
    guard let first = start.first else { return self }
    let isSpelled = start.count == 2 && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(start[1])
    let vowels = isSpelled ? "AEFHILMNORSX" : "AEIOUaeiou"
    return vowels.utf8.contains(first) ? "an \(self)" : "a \(self)"
  }
}
