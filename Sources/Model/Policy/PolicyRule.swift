/// A rule that a graph has to meet, with the controls that it serves.
///
/// Strata's own rules are in its policy packs; a program adds its own:
///
/// ```swift
/// Environment("production", region: .usEast1) { … }
///   .requiring(.hipaa)
///   .checking(
///     PolicyRule("A1", "small-functions", title: "Functions have at most 1 GB", why: "the team pays for what it reserves",
///       remedy: "set MemorySize to 1024 or less"
///     ) { context, assessment in
///       for function in context.all("AWS::Lambda::Function") {
///         let size = function.properties["MemorySize"]?.wholeNumber ?? 128
///         assessment.require(size <= 1024, of: function, at: "MemorySize", "the function has \(size) MB")
///       }
///     })
/// ```
///
/// The check runs with the program, before anything is planned; nothing of it enters the graph, a plan or a state. It is a pure function of the
/// context: what it does not find there it does not know.
public struct PolicyRule: Sendable {
  /// The short id, unique among the rules of an environment: `R16`.
  public let id: String

  /// The name in words, lower case with hyphens: `audit-immutable`.
  public let name: String

  /// What holds where the rule is met, as a sentence.
  public let title: String

  /// What goes wrong where it is not met, as a sentence.
  public let why: String

  /// What to do, for findings that say nothing more exact.
  public let remedy: String

  public let severity: PolicySeverity

  /// What the rule is evidence for; a rule without controls runs in every environment that declares it.
  public let controls: [Control]

  private let check: @Sendable (PolicyContext, inout PolicyAssessment) -> Void

  /// Creates a rule.
  public init(
    _ id: String, _ name: String, title: String, why: String, remedy: String, severity: PolicySeverity = .error, controls: [Control] = [],
    check: @escaping @Sendable (PolicyContext, inout PolicyAssessment) -> Void
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.why = why
    self.remedy = remedy
    self.severity = severity
    self.controls = controls
    self.check = check
  }

  /// Whether the rule is evidence for a control of one of some frameworks.
  public func serves(_ frameworks: [Framework]) -> Bool { controls.contains { frameworks.contains($0.framework) } }

  /// Applies the rule to a graph.
  public func assess(_ context: PolicyContext) -> PolicyAssessment {
    var assessment = PolicyAssessment(self, environment: context.source)
    check(context, &assessment)
    return assessment
  }
}
