import CatalogData

extension DocumentCheck {
  mutating func checkString(_ text: String, _ schema: Schema, _ presence: UInt32) {
    if presence >> SchemaField.enumeration & 1 != 0, let values = schema.enumeration {
      checkEnumeration(text, values, foldsCase: false)
    }
    var matches = true
    if presence >> SchemaField.pattern & 1 != 0, let pattern = schema.pattern, SchemaPattern.isFound(pattern, in: text) == false {
      matches = false
      if reports() { report(.patternMismatch, "\(subject) must match \(pattern), not '\(ValueText.shortened(text))'") }
    }
    if presence & SchemaField.lengthMask != 0 { checkLength(text, schema) }
    if matches, presence >> SchemaField.format & 1 != 0, let format = schema.format { checkFormat(text, format) }
    if presence >> SchemaField.constant & 1 != 0 { checkConstant(text, schema) }
    if presence & SchemaField.numberMask != 0, let number = Double(text) { checkBounds(number, schema, presence) }
    if presence >> SchemaField.rare & 1 != 0, let values = schema.caseInsensitiveEnumeration {
      checkEnumeration(text, values, foldsCase: true)
    }
  }

  mutating func checkNumber(_ value: Double, _ view: LiteralValue, _ schema: Schema, _ presence: UInt32) {
    if presence & SchemaField.numberMask != 0 { checkBounds(value, schema, presence) }
    guard presence & SchemaField.textMask != 0 else { return }
    checkText(NumberText.text(value), schema)
  }

  mutating func checkBool(_ value: Bool, _ schema: Schema) { checkText(value ? "true" : "false", schema) }

  private mutating func checkText(_ text: String, _ schema: Schema) {
    if let values = schema.enumeration { checkEnumeration(text, values, foldsCase: false) }
    if let values = schema.caseInsensitiveEnumeration { checkEnumeration(text, values, foldsCase: true) }
    if schema.constant != nil { checkConstant(text, schema) }
    if let pattern = schema.pattern, SchemaPattern.isFound(pattern, in: text) == false, reports() {
      report(.patternMismatch, "\(subject) must match \(pattern), not \(text)")
    }
  }

  // MARK: Enumerations

  private mutating func checkEnumeration(_ text: String, _ values: CatalogValues, foldsCase: Bool) {
    if !foldsCase, let strings = values.strings {
      if strings.contains(text) { return }
    } else if !foldsCase, let number = Double(text), values.contains(number) {
      return
    }
    let wanted = foldsCase ? text.lowercased() : text
    let texts = values.texts
    for value in texts {
      if foldsCase ? value.lowercased() == wanted : value == text { return }
      // "True" is true to CloudFormation.
      if value == "true" || value == "false", text.lowercased() == value { return }
    }
    guard reports() else { return }
    let number = Double(text)
    let nearest = number.flatMap { NearestNumber.nearest(to: $0, among: texts) } ?? NearestName.nearest(to: text, among: texts)
    let shown = number == nil ? "'\(ValueText.shortened(text))'" : text
    var message = "\(shown) is not a value of \(subject): \(texts.prefix(12).joined(separator: ", "))"
    if texts.count > 12 { message += ", …" }
    if let nearest { message += "; did you mean '\(nearest)'?" }
    report(.notInEnumeration, message, replacements: nearest.map { [$0] } ?? (texts.count == 1 ? texts : []))
  }

  private mutating func checkConstant(_ text: String, _ schema: Schema) {
    guard let constant = schema.constant else { return }
    let wanted: String
    switch constant.content {
    case .string(let value): wanted = String(value)
    case .number(let value): wanted = NumberText.text(value)
    case .bool(let value): wanted = value ? "true" : "false"
    case .null, .array, .object: return
    }
    guard text != wanted, reports() else { return }
    report(.notInEnumeration, "\(subject) must be \(wanted), not \(ValueText.shortened(text))", replacements: [wanted])
  }

  // MARK: Bounds

  private mutating func checkBounds(_ value: Double, _ schema: Schema, _ presence: UInt32) {
    let least = schema.minimum
    let most = schema.maximum
    if let replacement = least.flatMap({ value < $0 ? $0 : nil }) ?? most.flatMap({ value > $0 ? $0 : nil }), reports() {
      let range =
        switch (least, most) {
        case (let least?, let most?): "in \(NumberText.text(least))...\(NumberText.text(most))"
        case (let least?, nil): "at least \(NumberText.text(least))"
        case (_, let most): "at most \(NumberText.text(most ?? 0))"
        }
      report(
        .outOfRange, "\(subject) must be \(range), not \(NumberText.text(value))", replacements: [NumberText.text(replacement)])
    }
    if let bound = schema.exclusiveMinimum, value <= bound, reports() {
      report(.outOfRange, "\(subject) must be more than \(NumberText.text(bound)), not \(NumberText.text(value))")
    }
    if let bound = schema.exclusiveMaximum, value >= bound, reports() {
      report(.outOfRange, "\(subject) must be less than \(NumberText.text(bound)), not \(NumberText.text(value))")
    }
    if let divisor = schema.multipleOf, divisor != 0, (value / divisor).rounded() * divisor != value, reports() {
      report(
        .notAMultiple, "\(subject) must be a multiple of \(NumberText.text(divisor)), not \(NumberText.text(value))",
        replacements: [NumberText.text((value / divisor).rounded() * divisor)])
    }
  }

  private mutating func checkLength(_ text: String, _ schema: Schema) {
    let least = schema.minLength ?? 0
    let most = schema.maxLength ?? Int.max
    let bytes = text.utf8.count
    // A scalar takes one to four bytes: nearly always the bytes alone tell.
    if bytes <= most, bytes >= 4 * least { return }
    let count = text.withCatalogBytes { catalog_scalar_count($0.baseAddress, $0.count) }
    guard count < least || count > most, reports() else { return }
    report(
      .wrongLength, "\(subject) must have \(CountText.phrase(schema.minLength, schema.maxLength, "character")), not \(count)")
  }

  private mutating func checkFormat(_ text: String, _ format: CatalogString) {
    guard !FormatCheck.fits(text, format), reports(), let violation = FormatCheck.violation(of: text, subject: subject, format) else {
      return
    }
    adopt(violation)
  }
}
