import CatalogData

extension DocumentCheck {
  mutating func checkArray(_ elements: [LiteralValue], _ schema: Schema, _ flags: UInt32, _ presence: UInt32, _ readOnly: UInt32) {
    let prefix = presence >> SchemaField.rare & 1 != 0 ? schema.prefixItems : SchemaList(list: catalog_none, definitions: catalog_none)
    let items = presence >> SchemaField.items & 1 != 0 ? schema.child(schema.field(SchemaField.items)) : nil
    if items != nil || !prefix.isEmpty {
      let below = readOnly == catalog_none ? catalog_none : descend("*", in: readOnly).level
      for (index, element) in elements.enumerated() {
        guard let itemSchema = index < prefix.count ? prefix[index] : items else { break }
        path.append(.index(index))
        check(element, itemSchema, readOnly: below)
        path.removeLast()
      }
    }
    if let least = schema.minItems, elements.count < least, reports() {
      report(.wrongCount, "\(subject) must have \(CountText.phrase(least, schema.maxItems, "element")), not \(elements.count)")
    }
    if let most = schema.maxItems, elements.count > most, reports() {
      report(.wrongCount, "\(subject) must have \(CountText.phrase(schema.minItems, most, "element")), not \(elements.count)")
    }
    if flags & SchemaField.unique != 0, elements.count > 1 { checkUnique(elements) }
    if presence >> SchemaField.rare & 1 != 0 { checkRare(elements, schema) }
  }

  private mutating func checkUnique(_ elements: [LiteralValue]) {
    var seen: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      guard let text = CanonicalText.text(element) else {
        noteUndetermined()
        continue
      }
      guard let first = seen.updateValue(index, forKey: text) else { continue }
      guard reports() else { return }
      report(.notUnique, "\(subject) holds \(ValueText.describe(element)) twice: elements \(first) and \(index)", at: .index(index))
      return
    }
  }

  private mutating func checkRare(_ elements: [LiteralValue], _ schema: Schema) {
    let keys = schema.uniqueKeys
    if !keys.isEmpty { checkUniqueKeys(elements, keys) }
    if let most = schema.maxUniqueItems {
      let different = Set(elements.compactMap { CanonicalText.text($0) })
      if different.count > most, reports() {
        report(.wrongCount, "\(subject) must have at most \(most) different elements, not \(different.count)")
      }
    }
    if let wanted = schema.contains {
      var isUndetermined = false
      for element in elements {
        switch verdict(element, wanted) {
        case .fits: return
        case .undetermined: isUndetermined = true
        case .fails: break
        }
      }
      if isUndetermined {
        noteUndetermined()
      } else if reports() {
        report(.noAlternativeFits, "\(subject) has no element of the kind that must be there")
      }
    }
  }

  private mutating func checkUniqueKeys(_ elements: [LiteralValue], _ keys: CatalogStrings) {
    var seen: [String: Int] = [:]
    elements: for (index, element) in elements.enumerated() {
      guard case .object(let fields) = element else { continue }
      var text = ""
      for key in keys {
        guard let field = fields.first(where: { key == $0.key }), let part = CanonicalText.text(field.value) else {
          continue elements
        }
        text += part + "\u{0}"
      }
      guard let first = seen.updateValue(index, forKey: text) else { continue }
      guard reports() else { return }
      let names = keys.strings.joined(separator: " and ")
      report(.notUnique, "elements \(first) and \(index) of \(subject) have the same \(names)", at: .index(index))
    }
  }
}
