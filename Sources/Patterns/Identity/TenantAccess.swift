public import StrataAWS
public import StrataLanguage

/// How a service acts for one tenant at a time: with a role of its own, and a second one whose sessions carry the tenant's id.
///
/// Creates two `IAM.Role`s and an `IAM.ManagedPolicy`. The service runs as the first role and may do no more than assume the second, with
/// the session tag `TenantId`; a session may use keys and secrets that bear the same tag, and no others. So isolation needs neither a role
/// for each tenant (an account has 1,000 roles, 5,000 at most) nor a policy that lists all keys (6,144 characters). Which tenant a request
/// belongs to is the service's to know: whoever controls the service can name any.
///
/// Changed tags take up to five minutes until KMS goes by them (AWS KMS Developer Guide, "ABAC for AWS KMS"). A session lasts an hour at
/// most, because a role assumes the role (IAM User Guide, "Role chaining").
@Component
public final class TenantAccess {
  public let id: String
  /// What the names of both roles begin with: `jms-prod-auth`, `jms-prod-auth-tenant`.
  let name: String
  /// The AWS service that runs the program, for example `ecs-tasks`.
  let compute: String
  /// What the names of the tenants' secrets begin with, for example `jms/prod/`.
  let secrets: String
  /// What the service may do as itself, beside acting for tenants.
  let permissions: [Statement]

  /// The tag that tells tenants apart, on keys, secrets and sessions.
  public static let tag = "TenantId"

  /// Named rather than referred to in the service's permissions: the two roles name each other.
  private var sessionRoleName: String { "\(name)-tenant" }

  public lazy var role = ServiceRole("service", for: compute, name: name) {
    Allow("sts:AssumeRole", "sts:TagSession", on: "arn:\(AWS.partition):iam::\(AWS.accountId):role/\(sessionRoleName)", id: "ActForTenant")
      .when(.like("aws:RequestTag/\(Self.tag)", "?*"))
    permissions
  }

  /// What a session may do, to the tenant's own resources alone.
  ///
  /// A session without the tag may do nothing: a variable without a value makes its condition false (IAM User Guide, "Policy variables").
  public lazy var policy = IAM.ManagedPolicy(
    "policy",
    policyDocument: .policy {
      Allow("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey", on: keys, id: "TenantKey").when(isOwn)
      Allow("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", on: secretArns, id: "TenantSecret").when(isOwn)
    }, managedPolicyName: sessionRoleName)

  public lazy var sessionRole = IAM.Role(
    "session",
    assumeRolePolicyDocument: .policy {
      Allow("sts:AssumeRole", "sts:TagSession").to(.arn(role.arn))
        .when(.like("aws:RequestTag/\(Self.tag)", "?*"), .equals("aws:TagKeys", Self.tag).forAllValues)
    }, managedPolicyArns: [policy], maxSessionDuration: 3600, roleName: sessionRoleName)

  private var isOwn: [Condition] { [.equals("aws:ResourceTag/\(Self.tag)", "${aws:PrincipalTag/\(Self.tag)}")] }
  private var keys: String { "arn:\(AWS.partition):kms:*:\(AWS.accountId):key/*" }
  private var secretArns: String { "arn:\(AWS.partition):secretsmanager:*:\(AWS.accountId):secret:\(secrets)*" }
}
