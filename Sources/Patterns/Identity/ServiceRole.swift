public import StrataAWS
public import StrataLanguage

/// A role that one AWS service assumes, for this account only, with exactly the permissions that are written here.
///
/// Creates an `IAM.Role` with the permissions inline, so that they cannot be attached elsewhere and go with the role. The condition on the
/// account keeps other customers from using the service as a confused deputy (IAM User Guide, "The confused deputy problem").
///
/// To deviate: `managedPolicies` for AWS's own policies, by the part of their ARN after `policy/`; `conditions` for a narrower trust;
/// `checksAccount: false` for a service that does not say for whom it acts.
@Component
public final class ServiceRole: ResourceStandIn {
  public let id: String
  let service: String
  let name: String?
  let managedPolicies: [String]
  let conditions: [Condition]
  let permissions: [Statement]

  /// Creates a role for a service, by the service's short name.
  public init(
    _ id: String, for service: String, name: String? = nil, managedPolicies: [String] = [], checksAccount: Bool = true,
    conditions: [Condition] = [], @PolicyBuilder permissions: () -> [Statement] = { [] }
  ) {
    self.id = id
    self.service = service
    self.name = name
    self.managedPolicies = managedPolicies
    self.conditions = conditions + (checksAccount ? [.equals("aws:SourceAccount", AWS.accountId)] : [])
    self.permissions = permissions()
  }

  public lazy var role = IAM.Role(
    "role", assumeRolePolicyDocument: .policy { Allow("sts:AssumeRole").to(.service(service)).when(conditions) },
    managedPolicyArns: managedPolicies.isEmpty ? nil : managedPolicies.map { .existing("arn:\(AWS.partition):iam::aws:policy/\($0)") },
    policies: permissions.isEmpty ? nil : [.init(policyDocument: .policy(permissions), policyName: "permissions")], roleName: name)

  public var resource: IAM.Role { role }

  /// The role's ARN.
  public var arn: Value<String> { Value(role.arn) }
}
