import StrataModel

extension Diagnostic {
  /// An id that cannot be part of an address.
  static func invalidID(_ id: String, of owner: String, at source: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, code: "invalid-id", "'\(id)' cannot be the id of \(owner).",
      remedy: "Use 1 to 64 letters, digits, '.', '_' and '-'; a reference cannot be part of an id.", at: source)
  }

  /// Two declarations with one address.
  static func duplicate(_ second: DeclaredResource, of first: DeclaredResource) -> Diagnostic {
    let types = first.type == second.type ? "two resources of type \(first.type)" : "\(first.type) and \(second.type)"
    return Diagnostic(
      .error, code: "duplicate-address", "The address '\(second.address)' belongs to \(types).",
      remedy: first.source == second.source
        ? "Keep the resource in a 'let' or 'lazy var' rather than making a new one at each use, or put what differs into its id."
        : "Give one of them another id.",
      at: second.source, address: second.address, notes: [Note("first declared here", at: first.source)])
  }

  /// A resource that exists in the program and nowhere else.
  static func unplaced(_ declaration: ResourceDeclaration) -> Diagnostic {
    Diagnostic(
      .error, code: "unplaced-resource",
      "'\(InterpolationToken.readable(declaration.id))' of type \(declaration.type) is declared but never placed, so it would not be deployed.",
      remedy: "Write it as a statement of a body, or remove it.", at: declaration.source)
  }

  /// A reference to a resource that is not part of this run.
  static func deadReference(
    to name: String, at source: SourceLocation?, address: ResourceAddress?, path: PropertyPath?
  ) -> Diagnostic {
    Diagnostic(
      .error, code: "dead-reference", "The reference to '\(name)' names a resource that this environment does not declare.",
      remedy:
        "Declare the resource inside of the environment's stacks; resources kept in static or global variables belong to no environment.",
      at: source, address: address, path: path)
  }

  /// An output that is masked here and would stand in clear in a parameter.
  static func publishedSecret(_ name: String, at source: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, code: "published-secret", "The output '\(InterpolationToken.readable(name))' is sensitive, and its parameter would show it.",
      remedy: "Keep it in AWS::SecretsManager::Secret and publish the secret's ARN.", at: source)
  }

  /// A lookup whose question holds what is known only later.
  static func unknownLookup(at source: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, code: "lookup-argument",
      "The lookup asks with a reference, and lookups are read before anything is made.",
      remedy: "Ask with what the program knows: a literal, a setting, AWS.region; or refer to the resource itself.", at: source)
  }

  /// `after` with a stack or component that is not part of the environment.
  static func unplacedPredecessor(_ name: String, at source: SourceLocation, address: ResourceAddress) -> Diagnostic {
    Diagnostic(
      .error, code: "unplaced-component", "'after' waits for \(name), which is never placed.",
      remedy: "Write it as a statement of a body, or remove it from 'after'.", at: source, address: address)
  }
}

extension SourceLocation {
  /// Whether the place comes before another, by file and line.
  func precedes(_ other: SourceLocation) -> Bool { (fileID, line, column) < (other.fileID, other.line, other.column) }
}
