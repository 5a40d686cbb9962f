/// One way in which a value breaks a rule: what, where, why, and what to write instead if that is known.
public struct RuleViolation: Sendable, Hashable {
  /// Which rule was broken.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case wrongType, unknownProperty, missingProperty, readOnlyProperty, forbiddenProperty, exclusiveProperties
    case notInEnumeration, patternMismatch, outOfRange, notAMultiple, wrongLength, wrongCount, notUnique, wrongFormat
    case noAlternativeFits, severalAlternativesFit, wrongKeyName
    case invalidCIDR, invalidARN, invalidSchedule, invalidTag, wrongIdentifierKind
    case unknownAction, unknownService, invalidPolicy
    case discontinuedType
  }

  /// Whether AWS refuses the value, or takes it and does something other than what was meant.
  public enum Severity: String, Sendable, Hashable {
    case error, warning
  }

  /// A step into a document.
  public enum PathComponent: Sendable, Hashable {
    /// A property of an object or a key of a map.
    case key(String)
    /// An element of a list, from zero.
    case index(Int)
  }

  /// Which rule was broken.
  public var code: Code

  /// Whether AWS would refuse the value.
  public var severity: Severity

  /// Where, from the top of the document.
  public var path: [PathComponent]

  /// One sentence with the value and what is allowed, without a final period.
  public var message: String

  /// What could be written instead, the most likely first.
  ///
  /// Of the value at `path`; for an unknown property, of its name.
  public var replacements: [String]

  /// cfn-lint's number of a rule across properties, such as `E3638`.
  public var rule: String?

  /// Describes a violation.
  public init(
    _ code: Code, severity: Severity = .error, path: [PathComponent] = [], message: String, replacements: [String] = [], rule: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.path = path
    self.message = message
    self.replacements = replacements
    self.rule = rule
  }

  /// The name of the property that the violation is about: the last name on the path.
  public var property: String? {
    for component in path.reversed() { if case .key(let name) = component { return name } }
    return nil
  }
}
