public import StrataModel

/// One complete deployment of the program: its own account, region, state and resources.
public struct Environment: Sendable {
  /// What an environment is deployed to.
  public enum Target: Sendable, Hashable {
    /// The simulated AWS in the same process; nothing leaves the machine.
    case embedded(account: String)
    /// AWS itself.
    case aws(account: String)
    /// An emulator that speaks AWS's protocols, by its URL.
    case endpoint(String, account: String)

    /// The simulated AWS with a made-up account.
    public static var embedded: Target { .embedded(account: "123456789012") }

    /// The twelve digits of the account.
    public var account: String {
      switch self {
      case .embedded(let account), .aws(let account), .endpoint(_, let account): account
      }
    }
  }

  /// The name, used on the command line and for the state.
  public let name: String

  /// The region of every resource that does not say otherwise.
  public let region: Region

  public let target: Target

  /// Where the state is kept.
  public let state: StateStore

  /// Where the state of another target is kept, AWS itself; see ``state(onAWS:)``.
  var stateOnAWS: StateStore = .local

  /// The ARNs of the roles to assume one after another before anything is done; empty for the caller's own credentials.
  ///
  /// The roles of an ``Account`` that something is placed in are assumed after these.
  public let roles: [String]

  /// Tags of every resource that can bear tags.
  public let tags: Tags

  /// What is said of its cost.
  public var cost = CostSettings()

  /// Where the environment was declared.
  public let source: SourceLocation

  /// What the environment's graph is held to; see ``requiring(_:)``.
  public internal(set) var policies = PolicyRequirements()

  /// Builds the infrastructure: a factory, so that each synthesis works on stacks of its own.
  public let makeContents: @Sendable () -> Group

  /// Creates an environment.
  ///
  /// `contents` builds the stacks anew for each synthesis, so it captures settings, not stacks.
  public init(
    _ name: String, region: Region, target: Target = .embedded, state: StateStore = .local, roles: [String] = [], tags: Tags = [:],
    fileID: String = #fileID,
    line: Int = #line, column: Int = #column, @InfrastructureBuilder _ contents: @escaping @Sendable () -> Group
  ) {
    self.name = name
    self.region = region
    self.target = target
    self.state = state
    self.roles = roles
    self.tags = tags
    source = SourceLocation(fileID: fileID, line: line, column: column)
    makeContents = contents
    policies.source = source
  }

  /// Where everything lives that does not say otherwise, in the account that the environment is deployed to.
  public func placement(account: String) -> Placement { Placement(account: account, region: region.name, roleChain: roles) }
}

extension Environment: Environments {
  public var all: [Environment] { [self] }
}
