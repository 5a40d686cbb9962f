/// What a document says that something costs a month, to be shown beside the estimate.
///
/// ```swift
/// DocumentedCost("ECS Fargate", 30...50, of: .services("ECS"), source: "Serenity AWS Infrastructure Guide, Cost Optimization")
/// DocumentedCost("Other AWS services", 20...30, of: .remainder, source: …, note: "the guide counts neither NAT gateways nor endpoints")
/// ```
public struct DocumentedCost: Sendable, Hashable {
  /// The part of an environment that a figure is about.
  public enum Scope: Sendable, Hashable {
    /// All of it.
    case total
    /// Services by the name that their types bear: `ECS` for `AWS::ECS::Service`.
    case services([String])
    /// What no other figure of the environment, apart from its total, is about.
    case remainder
    /// One tenant, on average over all that there are.
    case tenant

    /// Services by the name that their types bear.
    public static func services(_ names: String...) -> Scope { .services(names) }
  }

  /// What the document calls it.
  public var name: String
  public var range: ClosedRange<Money>
  public var scope: Scope
  /// The document, with the place in it.
  public var source: String
  /// Why the estimate differs, in one sentence, as far as the document shows it.
  public var note: String?

  /// Creates a documented figure from its bounds.
  public init(_ name: String, _ range: ClosedRange<Money>, of scope: Scope, source: String, note: String? = nil) {
    self.name = name
    self.range = range
    self.scope = scope
    self.source = source
    self.note = note
  }

  /// Creates a documented figure.
  public init(_ name: String, _ amount: Money, of scope: Scope, source: String, note: String? = nil) {
    self.init(name, amount...amount, of: scope, source: source, note: note)
  }
}
