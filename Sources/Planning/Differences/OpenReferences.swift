import StrataModel

/// The references that a value still holds after everything known was put in.
struct OpenReferences {
  private let value: PropertyValue
  /// The record of the resource that the value belongs to, if it has one.
  private let record: ResourceRecord?
  /// One whose value becomes known only when its producer's step has run.
  private(set) var unknown: Reference?
  /// One whose value exists and was not recorded.
  private(set) var unavailable: Reference?

  init(in value: PropertyValue, of record: ResourceRecord? = nil) {
    self.value = value
    self.record = record
  }

  mutating func collect(_ values: inout ValueResolver) {
    if value.isLiteral { return }
    var references: [Reference] = []
    value.forEachReferenceAndSecret { references.append($0) }
    for reference in references {
      switch values.resolve(reference) {
      case .known: continue
      case .unknown: unknown = unknown ?? reference
      case .unavailable:
        // An earlier run may have replaced the producer and not come to this resource: then the same words mean another value.
        if let record, !values.isLatest(reference, for: record) {
          unknown = unknown ?? reference
        } else {
          unavailable = unavailable ?? reference
        }
      }
    }
    // A secret attribute is never recorded, so that it is always read at apply; that alone makes no difference.
    if case .secret = value { unavailable = nil }
  }
}

extension PropertyValue {
  /// The first reference in document order.
  var firstReference: Reference? {
    var first: Reference?
    forEachReferenceAndSecret { first = first ?? $0 }
    return first
  }

  /// Whether the value is an object without fields.
  var isEmptyObject: Bool { objectValue?.isEmpty ?? false }

  /// Calls `body` for each reference at any depth, those of secret attributes among them.
  func forEachReferenceAndSecret(_ body: (Reference) -> Void) {
    switch self {
    case .null, .bool, .integer, .number, .string: break
    case .reference(let reference): body(reference)
    case .secret(let source): if let reference = source.reference { body(reference) }
    case .array(let elements): for element in elements { element.forEachReferenceAndSecret(body) }
    case .object(let object): for field in object.fields { field.value.forEachReferenceAndSecret(body) }
    case .expression(let expression): for argument in expression.arguments { argument.forEachReferenceAndSecret(body) }
    }
  }
}

extension ValueResolver {
  /// What happens to the producer of a reference, as the cause of another change; `nil` when it is kept.
  func phrase(of reference: Reference) -> String? {
    guard let producer = producer(of: reference) else { return nil }
    switch producer.decision.action {
    case .keep, .note: return nil
    case .update, .create, .replace, .recreate, .adopt: return "\(reference.address) \(producer.decision.action.phrase)"
    }
  }
}
