/// What is known of one place in the documents of a type.
public struct PlaceFacts: Sendable, Hashable {
  /// The structure of the value, as far as it changes what is compared with what.
  public enum Form: Sendable, Hashable {
    /// Nothing special: objects are compared by property, lists in order and as a whole.
    case plain
    /// A list whose order means nothing.
    case unorderedList
    /// An object whose keys are the user's.
    case map
    /// A list of pairs, compared by key: tags.
    case tagList(key: String, value: String)
    /// A JSON or policy document, given as an object or as text, and compared as a whole and by meaning.
    case document
  }

  /// What a change of the value means.
  public enum Mutability: Sendable, Hashable {
    case mutable
    /// Any change replaces the resource.
    case createOnly
    /// Some changes replace the resource; ``ResourceBehavior/conditionalChanges`` knows which do not.
    case conditionalCreateOnly
  }

  /// When two different texts mean the same.
  public enum Equivalence: Sendable, Hashable {
    case exact
    case caseInsensitive
    /// An ARN or path and the name after its last slash.
    case lastSegment
    /// An ARN and the name after its last colon.
    case lastField
    /// An IP protocol by number or by name.
    case protocolName
    /// A domain name with or without its final dot, in any case.
    case domainName
    /// Text with or without white space at its end.
    case trailingSpace
    /// A version and a longer one that begins with it; holds only between what was asked for and what a service reports.
    case versionPrefix
  }

  public var form: Form
  public var mutability: Mutability
  public var equivalence: Equivalence
  /// Whether the service takes the value and never returns it.
  public var isWriteOnly: Bool
  /// What the service takes when the property is left out.
  public var defaultValue: PropertyValue?

  /// Creates facts; without arguments those of a place about which nothing special is known.
  public init(
    form: Form = .plain, mutability: Mutability = .mutable, equivalence: Equivalence = .exact, isWriteOnly: Bool = false,
    defaultValue: PropertyValue? = nil
  ) {
    self.form = form
    self.mutability = mutability
    self.equivalence = equivalence
    self.isWriteOnly = isWriteOnly
    self.defaultValue = defaultValue
  }

  /// Whether a value at the place is shown to nobody: what a service never returns may be a password, unless it is a number or a truth value.
  public func hides(_ value: PropertyValue?) -> Bool {
    switch value {
    case .bool, .integer, .number: false
    default: isWriteOnly || value?.holdsSecret == true
    }
  }
}
