public import StrataAWS
public import StrataLanguage

/// A role that people of this account assume with multi-factor authentication of the last hour, for one hour.
///
/// Creates an `IAM.Role`. What it may do stands in `permissions`, or in the policies of resources that let it in, such as
/// ``KeyUse/emergencies(_:)``. IAM decides who may assume it.
///
/// The trust policy is the only place where multi-factor authentication can be asked for: temporary credentials from `AssumeRole` carry no
/// information about it, so a condition in a key's or bucket's policy would shut the role out for good (IAM User Guide, "Configuring
/// MFA-protected API access").
@Component
public final class PrivilegedRole: ResourceStandIn {
  public let id: String
  let name: String
  let description: String
  var permissions: [Statement] = []

  public lazy var role = IAM.Role(
    "role",
    assumeRolePolicyDocument: .trust(
      .account(AWS.accountId), when: .isTrue("aws:MultiFactorAuthPresent"), .numericLessThan("aws:MultiFactorAuthAge", 3600)),
    description: description, maxSessionDuration: 3600,
    policies: permissions.isEmpty ? nil : [.init(policyDocument: .policy(permissions), policyName: "permissions")], roleName: name)

  public var resource: IAM.Role { role }

  /// The role's ARN.
  public var arn: Value<String> { Value(role.arn) }
}
