/// Compares a recorded object with what a read of it shows, place by place over what the user owns.
///
/// What AWS adds by itself, and what others put under keys of their own, is never looked at.
public struct ObjectComparison {
  /// What a place shows.
  public enum Verdict: Sendable, Hashable {
    /// What was left there.
    case asLeft
    /// Something else; `found` is `nil` for a key that is gone from a map or list of tags.
    case changed(found: PropertyValue?, expected: PropertyValue)
    /// A value that a service can have made of what was sent; nothing was read here before that could tell.
    case storedDifferently(found: PropertyValue, expected: PropertyValue)
    /// Nothing that could be compared.
    case unknowable(Reason)
  }

  /// Why a place cannot be compared.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The service takes the value and never returns it.
    case writeOnly
    /// The value is a secret: only its digest is recorded.
    case secret
    /// The read left the property out, which does not prove that it is gone.
    case notReturned
    /// What was sent there is not recorded.
    case notRecorded
  }

  public let record: ResourceRecord
  public let shape: DocumentShape
  /// All that the read shows.
  public let found: PropertyObject
  private let applied: PropertyObject

  /// Creates a comparison.
  ///
  /// - Parameter shape: the shape of the record's type.
  public init(_ record: ResourceRecord, found: PropertyObject, shape: DocumentShape) {
    self.record = record
    self.found = found
    self.shape = shape
    applied = record.appliedProperties
  }

  /// Whether nothing that the user owns was changed.
  public var isAsLeft: Bool {
    record.ownedPaths.allSatisfy { path in if case .changed = verdict(at: path) { false } else { true } }
  }

  /// What the place of an owned unit shows.
  public func verdict(at path: PropertyPath) -> Verdict {
    let place = shape.place(at: path)
    if place.facts.isWriteOnly { return .unknowable(.writeOnly) }
    guard let sent = OwnedUnit.value(at: path, in: applied, shape: shape) else { return .unknowable(.notRecorded) }
    if sent.holdsSecret { return .unknowable(.secret) }
    let value = OwnedUnit.value(at: path, in: found, shape: shape)
    if ValueComparison.areEqual(value, sent, at: place, sides: .observed) { return .asLeft }
    let baseline = record.observed[path]
    if let baseline, ValueComparison.areEqual(value, baseline, at: place, sides: .observed) { return .asLeft }
    guard let value else {
      // A property that a read leaves out is not known to be gone; a key that is missing from a map or tag list that was read is.
      return isMissingKey(path) ? .changed(found: nil, expected: baseline ?? sent) : .unknowable(.notReturned)
    }
    guard sent.isLiteral || baseline != nil else { return .unknowable(.notRecorded) }
    if baseline == nil, !record.hasBaseline, value.shows(sent) { return .storedDifferently(found: value, expected: sent) }
    return .changed(found: value, expected: baseline ?? sent)
  }

  /// Whether the path is a key of a map or tag list that was read without it.
  private func isMissingKey(_ path: PropertyPath) -> Bool {
    guard path.components.count > 1 else { return false }
    let parent = PropertyPath(Array(path.components.dropLast()))
    guard OwnedUnit.value(at: parent, in: found, shape: shape) != nil else { return false }
    switch shape.place(at: parent).facts.form {
    case .map, .tagList: return true
    case .plain, .unorderedList, .document: return false
    }
  }
}

extension PropertyValue {
  /// Whether a value that a service shows can be what it made of another one: all of that is in it, whatever else is there too.
  ///
  /// Services add members and elements of their own (a target group's other attributes, an origin's defaults), and name an object by its ARN
  /// where its id was given.
  fileprivate func shows(_ sent: PropertyValue) -> Bool {
    switch (self, sent) {
    case (.object(let shown), .object(let sent)):
      return sent.fields.allSatisfy { field in shown[field.key]?.shows(field.value) ?? true }
    case (.array(let shown), .array(let sent)):
      return sent.allSatisfy { element in shown.contains { $0.shows(element) } }
    default:
      if self == sent { return true }
      guard let shown = scalarText, let text = sent.scalarText else { return false }
      return shown == text || Self.names(shown, text) || Self.names(text, shown)
    }
  }

  /// Whether a text is an ARN of what another one names by its id.
  private static func names(_ arn: String, _ name: String) -> Bool {
    arn.hasPrefix("arn:") && (arn.hasSuffix("/" + name) || arn.hasSuffix(":" + name))
  }
}
