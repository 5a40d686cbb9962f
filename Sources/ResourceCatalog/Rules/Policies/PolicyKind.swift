/// What an IAM policy document is attached to, which decides what its statements must say.
public enum PolicyKind: UInt32, Sendable, Hashable {
  /// A role, user or group: no principal.
  case identity = 1
  /// A resource such as a bucket or a key: principal and resource.
  case resource = 2
  /// An ECR repository: principal, the resource is the repository.
  case repository = 3
  /// A role's trust: principal, no resource.
  case trust = 4

  private static let identityKeys = ["Effect", "Action", "Resource", "Condition", "Sid", "NotAction", "NotResource"]
  private static let resourceKeys = identityKeys + ["Principal", "NotPrincipal"]
  private static let trustKeys = ["Effect", "Action", "Principal", "Condition", "Sid", "NotAction", "NotPrincipal"]

  var statementKeys: [String] {
    switch self {
    case .identity: Self.identityKeys
    case .resource, .repository: Self.resourceKeys
    case .trust: Self.trustKeys
    }
  }

  /// Pairs of which exactly one must be there.
  var exclusiveKeys: [(String, String)] {
    switch self {
    case .identity: Self.identityPairs
    case .resource: Self.resourcePairs
    case .repository, .trust: Self.trustPairs
    }
  }

  private static let identityPairs = [("Action", "NotAction"), ("Resource", "NotResource")]
  private static let resourcePairs = identityPairs + [("Principal", "NotPrincipal")]
  private static let trustPairs = [("Action", "NotAction"), ("Principal", "NotPrincipal")]
}
