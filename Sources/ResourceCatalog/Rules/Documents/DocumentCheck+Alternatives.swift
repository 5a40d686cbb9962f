import CatalogData

extension DocumentCheck {
  mutating func checkAlternatives(_ view: LiteralValue, _ schema: Schema, _ presence: UInt32) {
    if presence >> SchemaField.allOf & 1 != 0 { for part in schema.allOf { check(view, part, readOnly: catalog_none) } }
    if presence >> SchemaField.anyOf & 1 != 0 { checkChoice(view, schema.anyOf, exactlyOne: false) }
    if presence >> SchemaField.oneOf & 1 != 0 { checkChoice(view, schema.oneOf, exactlyOne: true) }
    if presence >> SchemaField.conditional & 1 != 0, let (condition, then, otherwise) = schema.conditional {
      switch verdict(view, condition) {
      case .fits: if let then { check(view, then, readOnly: catalog_none) }
      case .fails: if let otherwise { check(view, otherwise, readOnly: catalog_none) }
      case .undetermined: noteUndetermined()
      }
    }
    if presence >> SchemaField.rare & 1 != 0, let unwanted = schema.not {
      switch verdict(view, unwanted) {
      case .fits: if reports() { report(.forbiddenProperty, "\(subject) must not be as it is: \(ValueText.describe(view))") }
      case .fails: break
      case .undetermined: noteUndetermined()
      }
    }
  }

  private mutating func checkChoice(_ view: LiteralValue, _ alternatives: SchemaList, exactlyOne: Bool) {
    var fitting = 0
    var isUndetermined = false
    for alternative in alternatives {
      switch verdict(view, alternative) {
      case .fits:
        fitting += 1
        if !exactlyOne { return }
      case .undetermined: isUndetermined = true
      case .fails: break
      }
    }
    if fitting == 1 && !isUndetermined { return }
    if fitting > 1 {
      guard reports() else { return }
      if let names = Self.requiredNames(alternatives) {
        report(.exclusiveProperties, "\(owner) takes exactly one of \(names.joined(separator: ", "))")
      } else {
        report(.severalAlternativesFit, "\(subject) fits \(fitting) of \(alternatives.count) forms where exactly one is wanted")
      }
      return
    }
    if isUndetermined {
      noteUndetermined()
      return
    }
    guard fitting == 0, reports() else { return }
    reportChoice(view, alternatives, exactlyOne: exactlyOne)
  }

  /// If each alternative only requires properties: those.
  private static func requiredNames(_ alternatives: SchemaList) -> [String]? {
    var names: [String] = []
    for alternative in alternatives {
      let required = alternative.looselyRequired
      guard !required.isEmpty, alternative.ownProperties.isEmpty else { return nil }
      names.append(required.strings.joined(separator: " with "))
    }
    return names
  }

  private mutating func reportChoice(_ view: LiteralValue, _ alternatives: SchemaList, exactlyOne: Bool) {
    if let names = Self.requiredNames(alternatives), names.count > 1 {
      if !options.allowsMissingProperties {
        let many = exactlyOne ? "exactly" : "at least"
        report(.missingProperty, "\(owner) requires \(many) one of \(names.joined(separator: ", "))")
      }
      return
    }
    let formats = alternatives.compactMap(\.format)
    if formats.count == alternatives.count {
      let wanted = formats.map { IdentifierKind.article(String($0)) }.joined(separator: " or ")
      report(.wrongFormat, "\(subject) must be \(wanted), not \(ValueText.describe(view))")
      return
    }
    // The alternative that was most likely meant is the one with the fewest violations, the deepest first.
    var best: [RuleViolation]?
    for alternative in alternatives {
      let found = collected(view, alternative)
      guard let current = best else {
        best = found
        continue
      }
      let isBetter =
        found.count != current.count
        ? found.count < current.count : (found.first?.path.count ?? 0) > (current.first?.path.count ?? 0)
      if isBetter { best = found }
    }
    if let best, !best.isEmpty {
      violations += best
    } else {
      report(.noAlternativeFits, "\(subject) fits none of its \(alternatives.count) forms")
    }
  }
}
