import StrataDeployment
import StrataModel

/// A policy may only name principals that exist; a principal made a moment ago is not known everywhere yet.
///
/// Source: KMS API reference, PutKeyPolicy ("principals … must exist and be visible to KMS"); IAM user guide, "Changes that I make are not
/// always immediately visible"; S3 error `MalformedPolicy: Invalid principal in policy`.
struct PolicyPrincipalRule: CloudRule {
  private static let properties: [String: (property: String, code: String)] = [
    "AWS::KMS::Key": ("KeyPolicy", "MalformedPolicyDocumentException"),
    "AWS::KMS::ReplicaKey": ("KeyPolicy", "MalformedPolicyDocumentException"),
    "AWS::S3::BucketPolicy": ("PolicyDocument", "MalformedPolicy"),
    "AWS::IAM::Role": ("AssumeRolePolicyDocument", "MalformedPolicyDocument"),
    "AWS::SNS::TopicPolicy": ("PolicyDocument", "InvalidParameter"), "AWS::SQS::QueuePolicy": ("PolicyDocument", "InvalidAttributeValue"),
    "AWS::SecretsManager::ResourcePolicy": ("ResourcePolicy", "MalformedPolicyDocumentException"),
    "AWS::Backup::BackupVault": ("AccessPolicy", "InvalidParameterValueException"),
    "AWS::ECR::Repository": ("RepositoryPolicyText", "InvalidParameterException"),
  ]

  let summary = "A policy that names a role or user that does not exist is refused."
  let source = "KMS PutKeyPolicy; IAM user guide, eventual consistency"
  var types: [String] { Array(Self.properties.keys) }

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let (property, code) = Self.properties[change.type], let policy = PolicyView(change.properties[property]) else {
      return
    }
    for principal in policy.principals {
      guard let name = ResourceName(principal), name.service == "iam", name.account == change.scope.account else { continue }
      guard name.resource.hasPrefix("role/") || name.resource.hasPrefix("user/"), !name.resource.contains("*") else { continue }
      if name.resource.hasPrefix("role/aws-service-role/") || name.resource.hasPrefix("role/aws-reserved/") { continue }
      guard let object = cloud.handles[principal].flatMap({ cloud.objects[$0] }) else {
        throw CloudErrors.invalid(
          code, "The policy names the principal '\(principal)', which does not exist", PropertyPath(property))
      }
      if !cloud.isKnownElsewhere(object, change.now) {
        throw ProviderError(
          .notYetConsistent, "The policy contains a statement with one or more invalid principals: '\(principal)'", serviceCode: code,
          path: PropertyPath(property))
      }
    }
  }
}

extension CloudStore {
  /// Whether other services have heard of a principal: IAM takes some seconds.
  func isKnownElsewhere(_ object: CloudObject, _ now: Int) -> Bool {
    guard realism.delaysPrincipals else { return true }
    var random = CloudRandom(seed: seed ^ 0x1A3, salt: UInt64(object.number))
    return now >= object.createdAt + (2000 + random.below(10_000)) * realism.lagPerMille / 1000
  }
}
