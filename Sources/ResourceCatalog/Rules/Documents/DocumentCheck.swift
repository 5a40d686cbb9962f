import CatalogData

/// One walk over a document along its schema, collecting everything that is wrong.
///
/// While `probing`, it only finds out whether a schema fits: with values that are not known yet, the answer may be "undetermined".
struct DocumentCheck {
  enum Verdict { case fits, fails, undetermined }

  private let type: TypeSchema?
  private let name: String
  let options: ValidationOptions
  var violations: [RuleViolation] = []
  var path: [RuleViolation.PathComponent] = []
  /// cfn-lint's number of the rule that is being checked.
  var rule: String?

  private(set) var probing = 0
  private(set) var failed = false
  private(set) var undetermined = false
  private var depth = 0

  /// Deeper documents are not looked into; AWS's own limits are far below.
  private static var deepest: Int { 96 }

  init(type: TypeSchema, options: ValidationOptions) {
    self.type = type
    name = ""
    self.options = options
  }

  init(typeName: String, options: ValidationOptions) {
    type = nil
    name = typeName
    self.options = options
  }

  /// The type's name, for messages.
  var typeName: String { type.map { String($0.name) } ?? name }

  // MARK: Reporting

  /// Whether a message is wanted; while probing, the failure alone is noted.
  mutating func reports() -> Bool {
    if probing > 0 {
      failed = true
      return false
    }
    return true
  }

  mutating func report(
    _ code: RuleViolation.Code, _ message: String, replacements: [String] = [], severity: RuleViolation.Severity = .error,
    at component: RuleViolation.PathComponent? = nil
  ) {
    violations.append(
      RuleViolation(
        code, severity: severity, path: component.map { path + [$0] } ?? path, message: message, replacements: replacements, rule: rule))
  }

  mutating func noteUndetermined() {
    if probing > 0 { undetermined = true }
  }

  /// The value's name in messages: the last property on the path, with the positions in its lists.
  var subject: String {
    var suffix = ""
    for component in path.reversed() {
      switch component {
      case .index(let index): suffix = "[\(index)]" + suffix
      case .key(let name): return name + suffix
      }
    }
    return typeName + suffix
  }

  /// The object's name in messages: the type, or the property that holds it with the type.
  var owner: String {
    for component in path.reversed() { if case .key(let name) = component { return "\(name) of \(typeName)" } }
    return typeName
  }

  // MARK: Walking

  /// Whether a schema fits, without reporting.
  mutating func verdict(_ view: LiteralValue, _ schema: Schema) -> Verdict {
    let outer = (failed, undetermined)
    failed = false
    undetermined = false
    probing += 1
    check(view, schema, readOnly: catalog_none)
    probing -= 1
    let result: Verdict = failed ? .fails : undetermined ? .undetermined : .fits
    (failed, undetermined) = outer
    return result
  }

  /// The violations of one schema by itself; nothing is added to `violations`.
  mutating func collected(_ view: LiteralValue, _ schema: Schema) -> [RuleViolation] {
    let outer = violations
    violations = []
    check(view, schema, readOnly: catalog_none)
    defer { violations = outer }
    return violations
  }

  /// Checks a value; `readOnly` is the level of the tree of paths that the value's own properties are looked up in.
  mutating func check(_ view: LiteralValue, _ schema: Schema, readOnly: UInt32) {
    let flags = catalog_word(schema.node)
    let presence = catalog_word(schema.node + 1)
    if flags & ~0xf == 0 && presence == 0 { return }
    if probing > 0, failed { return }
    guard depth < Self.deepest else { return }
    depth += 1
    defer { depth -= 1 }
    if flags & SchemaField.never != 0 {
      if case .null = view { return }
      if reports() { report(.forbiddenProperty, "\(subject) is not allowed here") }
      return
    }
    if presence & 1 != 0, let target = schema.referenced { check(view, target, readOnly: readOnly) }
    switch view {
    case .unknown(let kind):
      checkUnknown(kind, flags, presence)
      return
    case .object(let fields):
      if fits(.object, flags, view) { checkObject(fields, schema, flags, presence, readOnly) }
    case .array(let elements):
      if fits(.array, flags, view) { checkArray(elements, schema, flags, presence, readOnly) }
    case .null:
      if !fits(.null, flags, view) { return }
    case .string(let text):
      if fits(.string, flags, view), presence & SchemaField.scalarMask != 0 { checkString(text, schema, presence) }
    case .integer(let value):
      if fits(.integer, flags, view), presence & SchemaField.scalarMask != 0 { checkNumber(Double(value), view, schema, presence) }
    case .number(let value):
      if fits(.number, flags, view), presence & SchemaField.scalarMask != 0 { checkNumber(value, view, schema, presence) }
    case .bool(let value):
      if fits(.boolean, flags, view), presence & SchemaField.scalarMask != 0 { checkBool(value, schema) }
    }
    if presence & SchemaField.alternativeMask != 0 { checkAlternatives(view, schema, presence) }
  }

  // MARK: Types

  /// Whether the kind of value is admitted; reports it if not.
  private mutating func fits(_ type: SchemaTypes, _ flags: UInt32, _ view: LiteralValue) -> Bool {
    // Nearly always one of these; the bits are `SchemaTypes`.
    let bits = UInt8(flags >> 4 & 0x7f)
    if bits == 0 || bits & type.rawValue != 0 { return true }
    let admitted = SchemaTypes(rawValue: bits)
    if type == .integer, admitted.contains(.number) { return true }
    if case .number(let value) = view, admitted.contains(.integer), value == value.rounded() { return true }
    if !options.requiresExactTypes, ScalarText.converts(view, to: admitted) { return true }
    guard reports() else { return false }
    if case .null = view {
      report(.wrongType, "\(subject) is null; leave it out instead")
    } else {
      report(.wrongType, "\(subject) must be \(SchemaTypeNames.phrase(admitted)), not \(ValueText.describe(view))")
    }
    return false
  }

  private mutating func checkUnknown(_ kind: UnknownKind, _ flags: UInt32, _ presence: UInt32) {
    let admitted = SchemaTypes(rawValue: UInt8(flags >> 4 & 0x7f))
    if presence != 0 || (kind == .any && !admitted.isEmpty) { noteUndetermined() }
    guard !admitted.isEmpty else { return }
    let isPossible: Bool
    switch kind {
    case .any: isPossible = true
    case .scalar: isPossible = !admitted.isDisjoint(with: .scalars)
    case .array: isPossible = admitted.contains(.array)
    case .object: isPossible = admitted.contains(.object)
    }
    guard !isPossible, reports() else { return }
    let found = kind == .scalar ? "a single value" : kind == .array ? "a list" : "an object"
    report(.wrongType, "\(subject) must be \(SchemaTypeNames.phrase(admitted)), not \(found)")
  }
}
