import StrataDeployment
import StrataModel

/// A service that encrypts on its own behalf must be allowed to by the key's policy.
///
/// Source: CloudWatch Logs user guide, "Encrypt log data using KMS"; CloudTrail CreateTrail `InsufficientEncryptionPolicyException`.
struct KeyPolicyCoverageRule: CloudRule {
  let types = ["AWS::Logs::LogGroup", "AWS::CloudTrail::Trail"]
  let summary = "The policy of a log group's or trail's key must allow the service to use it."
  let source = "CloudWatch Logs AssociateKmsKey, CloudTrail CreateTrail"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    let isTrail = change.type == "AWS::CloudTrail::Trail"
    let property = isTrail ? "KMSKeyId" : "KmsKeyId"
    guard let value = change.properties.text(property), let key = try EncryptionKeyRule.key(value, change, property: property, cloud) else {
      return
    }
    let service = isTrail ? "cloudtrail.amazonaws.com" : "logs.\(change.region).amazonaws.com"
    let policy = PolicyView(key.inputs["KeyPolicy"])
    let isAllowed =
      policy.map {
        $0.allows(service: service, action: "kms:GenerateDataKey")
          || !isTrail && $0.allows(service: "logs.amazonaws.com", action: "kms:GenerateDataKey")
      }
      ?? false
    guard !isAllowed else { return }
    throw CloudErrors.invalid(
      isTrail ? "InsufficientEncryptionPolicyException" : "InvalidParameterException",
      "The key '\(value)' is not allowed to be used by \(service). Allow it kms:GenerateDataKey* in the key policy.", PropertyPath(property)
    )
  }
}
