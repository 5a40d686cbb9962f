import ResourceCatalog
public import StrataDeployment
public import StrataModel

/// What every provider must do, as checks that run on any of them.
///
/// Give a document per type that the provider can hold; each object lives and dies within the run. Nothing is assumed of the provider but the
/// documentation of ``Provider``: answers may come late, lists in any order, defaults beside what was given.
public struct ProviderConformance: Sendable {
  /// One type with the documents to try it with.
  public struct Subject: Sendable {
    public var type: String
    public var placement: Placement
    public var properties: PropertyObject
    /// The properties after an update; `nil` to try none.
    public var changed: PropertyObject?

    /// Creates a subject.
    public init(type: String, placement: Placement, properties: PropertyObject, changed: PropertyObject? = nil) {
      self.type = type
      self.placement = placement
      self.properties = properties
      self.changed = changed
    }
  }

  /// Something that a provider did otherwise than it must.
  public struct Finding: Sendable, Hashable, CustomStringConvertible {
    public var type: String
    /// The check that failed, in words.
    public var check: String
    public var detail: String

    public var description: String { "\(type): \(check): \(detail)" }
  }

  let provider: any Provider
  /// Lets milliseconds pass between questions.
  let wait: @Sendable (Int) async -> Void
  let patience: Int

  /// Creates the checks for a provider.
  ///
  /// - Parameters:
  ///   - provider: The provider to check.
  ///   - patience: How often a question is repeated before the answer counts as missing.
  ///   - wait: Lets milliseconds pass; for a cloud with a virtual clock, moves it.
  public init(_ provider: any Provider, patience: Int = 200, wait: @escaping @Sendable (Int) async -> Void) {
    self.provider = provider
    self.patience = patience
    self.wait = wait
  }

  /// Runs all checks on all subjects, one after another, and answers with what failed.
  public func run(_ subjects: [Subject]) async -> [Finding] {
    var findings: [Finding] = []
    for subject in subjects {
      var life = ConformanceLife(conformance: self, subject: subject)
      await life.run()
      findings += life.findings
    }
    return findings
  }
}
