import ResourceCatalog
import SwiftSyntax

/// A value as it stands in source, beside what it becomes in the resource's document.
///
/// The rules of `ResourceCatalog` judge documents and name places by paths; this tree turns such a path back into the node that a message
/// belongs to.
final class SourceValue {
  /// A property or key with its value.
  struct Field {
    var key: String
    /// The label of the argument, or the key of the dictionary literal.
    var name: Syntax
    /// The whole argument, where the field is one.
    var argument: LabeledExprSyntax?
    var value: SourceValue
  }

  indirect enum Content {
    case scalar(LiteralValue)
    case object([Field])
    case array([SourceValue])
    /// One of several values, as in a ternary.
    case choice([SourceValue])
    /// `nil`: the property is left out.
    case absent
    case unknown(UnknownKind)
  }

  /// Where a message about the value belongs: the literal, also if a constant carries it to where it is used.
  let node: ExprSyntax
  /// The constant's name where it is used, if a constant carries the value.
  let mention: ExprSyntax?
  let content: Content
  /// Whether the value may turn out to be `nil`, so that the property would be left out.
  let mayBeAbsent: Bool

  init(_ node: ExprSyntax, _ content: Content, mention: ExprSyntax? = nil, mayBeAbsent: Bool = false) {
    self.node = node
    self.content = content
    self.mention = mention
    self.mayBeAbsent = mayBeAbsent
  }

  /// Whether this value, or one inside of it, may turn out to be `nil`.
  var holdsUncertainty: Bool {
    if mayBeAbsent { return true }
    switch content {
    case .object(let fields): return fields.contains { $0.value.holdsUncertainty }
    case .array(let elements): return elements.contains { $0.holdsUncertainty }
    case .choice(let outcomes): return outcomes.contains { $0.holdsUncertainty }
    case .scalar, .absent, .unknown: return false
    }
  }

  /// The document, or `nil` if the property is left out.
  ///
  /// - Parameters:
  ///   - omitsUncertain: Whether values that may be `nil` are taken to be so.
  ///   - chosen: A choice, and the outcome that it is taken to have; other choices are unknown.
  func document(omitsUncertain: Bool, chosen: (choice: SourceValue, outcome: SourceValue)? = nil) -> LiteralValue? {
    if omitsUncertain, mayBeAbsent, chosen?.choice !== self { return nil }
    switch content {
    case .scalar(let value): return value
    case .absent: return nil
    case .unknown(let kind): return .unknown(kind)
    case .array(let elements):
      return .array(elements.map { $0.document(omitsUncertain: omitsUncertain, chosen: chosen) ?? .unknown(.any) })
    case .object(let fields):
      return .object(
        fields.compactMap { field in
          field.value.document(omitsUncertain: omitsUncertain, chosen: chosen).map { LiteralValue.Field(key: field.key, value: $0) }
        })
    case .choice:
      guard let chosen, chosen.choice === self else { return .unknown(.any) }
      return chosen.outcome.document(omitsUncertain: omitsUncertain)
    }
  }

  /// The choices in this value, each with its path.
  func forEachChoice(
    at path: [RuleViolation.PathComponent] = [], _ body: (SourceValue, [SourceValue], [RuleViolation.PathComponent]) -> Void
  ) {
    switch content {
    case .choice(let outcomes): body(self, outcomes, path)
    case .object(let fields): for field in fields { field.value.forEachChoice(at: path + [.key(field.key)], body) }
    case .array(let elements):
      for (index, element) in elements.enumerated() { element.forEachChoice(at: path + [.index(index)], body) }
    case .scalar, .absent, .unknown: break
    }
  }
}
