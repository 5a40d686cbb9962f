/// Something in the record of API calls that a person has to look at.
///
/// The patterns follow the CIS AWS Foundations Benchmark, section "Monitoring", in the filter syntax of CloudWatch Logs.
public struct SecurityEvent: Sendable {
  let id: String
  let pattern: String
  let threshold: Int

  /// Creates an event from a filter pattern; the alarm is raised by so many in five minutes.
  public init(_ id: String, _ pattern: String, threshold: Int = 1) {
    self.id = id
    self.pattern = pattern
    self.threshold = threshold
  }

  /// An event that consists of calls to a service.
  public static func calls(_ id: String, to service: String, _ names: String...) -> SecurityEvent {
    let anyName = names.map { "($.eventName = \($0))" }.joined(separator: " || ")
    return SecurityEvent(id, "{ ($.eventSource = \(service).amazonaws.com) && (\(anyName)) }")
  }
}

extension SecurityEvent {
  /// Calls that IAM refused, five of them in five minutes.
  public static let unauthorizedCalls = SecurityEvent(
    "unauthorized-calls", #"{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }"#, threshold: 5)

  /// A person who signed in to the console without multi-factor authentication.
  public static let consoleWithoutMFA = SecurityEvent(
    "console-without-mfa",
    #"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") "#
      + #"&& ($.responseElements.ConsoleLogin = "Success") }"#)

  /// The account's root user did something itself.
  public static let rootUse = SecurityEvent(
    "root-use",
    #"{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }"#)

  /// Changed policies and roles.
  public static let policyChanges = SecurityEvent.calls(
    "policy-changes", to: "iam", "DeleteRolePolicy", "PutRolePolicy", "AttachRolePolicy", "DetachRolePolicy", "CreatePolicy",
    "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "UpdateAssumeRolePolicy")

  /// Changed or stopped trails.
  public static let trailChanges = SecurityEvent.calls(
    "trail-changes", to: "cloudtrail", "CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging", "PutEventSelectors")

  /// A disabled key.
  public static let keyDisabled = SecurityEvent.calls("key-disabled", to: "kms", "DisableKey")

  /// A key on its way to deletion.
  public static let keyDeletion = SecurityEvent.calls("key-deletion", to: "kms", "ScheduleKeyDeletion")

  /// Changed bucket policies.
  public static let bucketPolicyChanges = SecurityEvent.calls(
    "bucket-policy-changes", to: "s3", "PutBucketAcl", "PutBucketPolicy", "DeleteBucketPolicy", "PutBucketPublicAccessBlock",
    "PutBucketReplication", "DeleteBucketReplication", "PutBucketLifecycle", "DeleteBucketLifecycle")

  /// Changed security groups.
  public static let securityGroupChanges = SecurityEvent.calls(
    "security-group-changes", to: "ec2", "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup")

  /// Changed access lists of the network.
  public static let accessListChanges = SecurityEvent.calls(
    "access-list-changes", to: "ec2", "CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry",
    "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation")

  /// All of the above.
  public static let all = [
    unauthorizedCalls, consoleWithoutMFA, rootUse, policyChanges, trailChanges, keyDisabled, keyDeletion, bucketPolicyChanges,
    securityGroupChanges, accessListChanges,
  ]
}

extension SecurityEvent {
  /// A changed key policy: an administrator could let anybody in.
  public static let keyPolicyChanges = SecurityEvent.calls("key-policy-changes", to: "kms", "PutKeyPolicy")

  /// A grant that no AWS service made for itself; it may let its holder decrypt, and stands in no policy.
  public static let keyGrants = SecurityEvent(
    "key-grants",
    "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = CreateGrant) && ($.userIdentity.invokedBy NOT EXISTS) }")

  /// Uses of keys that were refused, five of them in five minutes.
  public static let refusedKeyUse = SecurityEvent(
    "refused-key-use", #"{ ($.eventSource = kms.amazonaws.com) && ($.errorCode = "AccessDenied*") }"#, threshold: 5)

  /// Everything about keys that a person has to look at.
  public static let keyEvents = [keyDisabled, keyDeletion, keyPolicyChanges, keyGrants, refusedKeyUse]

  /// A role that somebody assumed, by the role's name: for one that is meant for emergencies.
  public static func assumption(ofRole name: String) -> SecurityEvent {
    SecurityEvent(
      "emergency-access",
      #"{ ($.eventSource = sts.amazonaws.com) && ($.eventName = AssumeRole) && ($.requestParameters.roleArn = "*:role/\#(name)") }"#)
  }
}
