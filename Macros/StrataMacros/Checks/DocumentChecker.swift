import ResourceCatalog
import SwiftSyntax

/// Holds the document that a call makes to the rules of the catalogue, and reports each violation where it stands in source.
///
/// A value that may be `nil` makes two documents, with and without it; only what is wrong with both is reported. An outcome of a ternary is
/// checked with everything else unknown that is a ternary too.
struct DocumentChecker {
  /// What has been reported, so that two rules that say the same do not make two messages.
  private struct Reported: Hashable {
    var code: RuleViolation.Code
    var path: [RuleViolation.PathComponent]
    var words: Set<Substring>
  }

  private let context: DeclarationContext
  private let document: SourceValue
  private let signature: CallSignature
  /// Whether a required property of an object is already reported as missing.
  private let isReportedMissing: (SyntaxIdentifier, String) -> Bool

  init(
    _ context: DeclarationContext, _ document: SourceValue, _ signature: CallSignature,
    isReportedMissing: @escaping (SyntaxIdentifier, String) -> Bool
  ) {
    self.context = context
    self.document = document
    self.signature = signature
    self.isReportedMissing = isReportedMissing
  }

  func check() {
    var reported: Set<Reported> = []
    for violation in violations(chosen: nil) where reported.insert(Self.key(of: violation)).inserted { report(violation, chosen: nil) }
    document.forEachChoice { choice, outcomes, path in
      for outcome in outcomes {
        let chosen = (choice: choice, outcome: outcome)
        for violation in violations(chosen: chosen) where violation.path.starts(with: path) { report(violation, chosen: chosen) }
      }
    }
  }

  /// An enumeration and a constant say the same of one value, and so do the two directions of an exclusion.
  private static func key(of violation: RuleViolation) -> Reported {
    switch violation.code {
    case .notInEnumeration: Reported(code: violation.code, path: violation.path, words: [])
    case .exclusiveProperties:
      Reported(code: violation.code, path: violation.path.dropLast(), words: Set(violation.message.split { $0 == " " || $0 == "," }))
    default: Reported(code: violation.code, path: violation.path, words: [violation.message[...]])
    }
  }

  private func violations(chosen: (choice: SourceValue, outcome: SourceValue)?) -> [RuleViolation] {
    let complete = judge(document.document(omitsUncertain: false, chosen: chosen))
    guard !complete.isEmpty, document.holdsUncertainty else { return complete }
    let sparse = Set(judge(document.document(omitsUncertain: true, chosen: chosen)))
    return complete.filter(sparse.contains)
  }

  private func judge(_ value: LiteralValue?) -> [RuleViolation] {
    guard let value else { return [] }
    if let (name, schema) = signature.definition {
      return schema.violations(in: value, named: name, of: String(signature.type.name)).map { violation in
        var copy = violation
        copy.path.removeFirst()
        return copy
      }
    }
    return signature.type.violations(in: value)
  }

  private func report(_ violation: RuleViolation, chosen: (choice: SourceValue, outcome: SourceValue)?) {
    let place = document.place(at: violation.path, chosen: chosen)
    if violation.code == .missingProperty, isReportedMissing(place.value.node.id, violation.message) { return }
    context.report(.violation(violation, at: place))
  }
}
