public import StrataModel

/// What running a program for one environment yields: plain values, before any check of the graph.
///
/// This is where the language ends and synthesis begins. Every address is final, every reference names the address of the resource it means,
/// default tags and the modifiers of surrounding stacks and components are merged in, and no closure or object of the program is left.
public struct DeclarationSet: Sendable, Hashable {
  /// The environment's name.
  public var environment: String

  /// Where a resource lives unless it says otherwise; already applied to ``DeclaredResource/placement``.
  public var placement: Placement

  /// The resources in the order in which they were placed; resources that are only referred to follow those that refer to them.
  ///
  /// Two entries may have one address; ``diagnostics`` then holds an error for each but the first.
  public var resources: [DeclaredResource]

  /// The outputs in the order in which they were declared.
  public var outputs: [OutputDeclaration]

  /// What the program asks of the outside world, ascending by key, each question once.
  public var lookups: [LookupDeclaration]

  /// The symptoms of trouble in the order in which they were declared; no part of the graph.
  public var symptoms: [SymptomDeclaration]

  /// What `waived` said, each with the address of the resource that it was said of.
  public var waivers: [Waiver]

  /// What was found while the program ran: duplicate or invalid ids, resources never placed, dead references, mangled interpolations.
  public var diagnostics: [Diagnostic]

  /// Creates a set.
  public init(
    environment: String, placement: Placement, resources: [DeclaredResource] = [], outputs: [OutputDeclaration] = [],
    lookups: [LookupDeclaration] = [], symptoms: [SymptomDeclaration] = [], waivers: [Waiver] = [], diagnostics: [Diagnostic] = []
  ) {
    self.environment = environment
    self.placement = placement
    self.resources = resources
    self.outputs = outputs
    self.lookups = lookups
    self.symptoms = symptoms
    self.waivers = waivers
    self.diagnostics = diagnostics
  }
}
