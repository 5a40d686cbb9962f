public import StrataModel

/// An AWS account that resources are placed in, and the roles to assume on the way there.
///
/// ```swift
/// let archive = Account("222222222222", assuming: "OrganizationAccountAccessRole")
/// LogArchiveStack(settings: settings).placed(in: archive)
/// ```
///
/// The account stands for its twelve digits wherever a property or a policy wants them. It is known while the program runs, because a role in it
/// has to be assumed before anything can be made there: an account that the program itself creates gets its digits from the first deployment.
public struct Account: Sendable, Hashable, CustomStringConvertible {
  /// The twelve digits.
  public let id: String

  /// The roles as they were given: names of roles in this account, or whole ARNs.
  public let roles: [String]

  /// Creates an account; its roles are assumed one after another, the first with the credentials that the environment is deployed with.
  ///
  /// A name, which may have a path, is that of a role in this account; a role on the way, in another account, is given by its ARN. Without roles
  /// the environment's own credentials have to be those of the account, which a deployment proves before it changes anything.
  public init(_ id: String, assuming roles: String...) {
    self.id = id
    self.roles = roles
  }

  public var description: String { id }

  /// The ARNs of the roles in a partition.
  func roleChain(partition: String) -> [String] {
    roles.map { $0.hasPrefix("arn:") ? $0 : "arn:\(partition):iam::\(id):role/\($0)" }
  }
}

extension Account: Input {
  public typealias Wrapped = String
  public var propertyValue: PropertyValue { .string(id) }
}
