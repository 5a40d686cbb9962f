public import StrataModel

/// What a deployment needs to know beside the plan.
public struct DeploymentOptions: Sendable {
  /// The version of the engine; its part before the first dot must be the plan's.
  public var engine: String
  /// What the user ran, for the journal.
  public var command: String
  /// Who runs it: the caller's identity as the provider knows it, or a user's name.
  public var principal: String?
  public var host: String
  /// A name for the run that no other run has.
  public var run: String
  /// The dangers that the user has accepted; a plan that needs others is refused.
  public var acknowledged: Set<Plan.Acknowledgement>
  public var limits: Scheduler.Limits
  /// The names of the tags that prove an object to be ours; `nil` to give none, which leaves fewer ways to resolve an interrupted create.
  public var identityTags: IdentityTags?
  /// The key of secrets' digests, kept apart from state.
  public var secretKey: [UInt8]
  public var secrets: any SecretResolver
  /// What is known of resource types.
  public var schema: any SchemaFacts
  /// How long an operation may go on before it is left to the next run, in seconds.
  public var waitLimit: Int

  /// Creates options with the defaults of a deployment.
  public init(engine: String, command: String, run: String, host: String, secretKey: [UInt8]) {
    self.engine = engine
    self.command = command
    self.run = run
    self.host = host
    self.secretKey = secretKey
    principal = nil
    acknowledged = []
    limits = Scheduler.Limits()
    identityTags = IdentityTags()
    secrets = ProcessSecretResolver()
    schema = CatalogFacts()
    waitLimit = 7_200
  }
}
