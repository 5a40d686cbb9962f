/// What people see when something is wrong, as a document lists it, with what may be the cause.
public struct SymptomDeclaration: Sendable, Hashable {
  /// What people see, for example `"Access Denied" errors`.
  public var name: String
  /// The path of the stack or component that declares it.
  public var scope: String
  /// The document, with the place in it.
  public var document: String
  /// In the order in which they are worth asking.
  public var diagnoses: [Diagnosis]
  /// Where it was declared.
  public var source: SourceLocation

  /// Creates a symptom.
  public init(name: String, scope: String, document: String, diagnoses: [Diagnosis], source: SourceLocation) {
    self.name = name
    self.scope = scope
    self.document = document
    self.diagnoses = diagnoses
    self.source = source
  }
}
