import StrataDeployment
import StrataModel

/// A key that encrypts something must exist in the region, be enabled, and not wait for its deletion.
///
/// Source: KMS developer guide, "Key states of KMS keys"; `KMSKeyNotAccessibleFault`, `KmsKeyNotFoundException`, `KMSInvalidStateException` of the services.
struct EncryptionKeyRule {
  static let properties: Set<String> = [
    "KmsKeyId", "KMSKeyId", "KmsKeyArn", "KMSKeyArn", "KmsMasterKeyId", "KMSMasterKeyID", "KMSMasterKeyId", "KmsKey", "EncryptionKeyArn",
    "PerformanceInsightsKMSKeyId", "ReplicaKmsKeyID", "FargateEphemeralStorageKmsKeyId", "S3KmsKeyArn", "KmsKeyID",
  ]

  /// The key that a value names; `nil` for one of AWS or of another account.
  static func key(_ value: String, _ change: CloudChange, property: String, _ cloud: borrowing CloudStore) throws(ProviderError)
    -> CloudObject?
  {
    if let known = cloud.handles[value].flatMap({ cloud.objects[$0] }), known.type.hasPrefix("AWS::KMS::"), known.region == change.region {
      return try usable(known, value, property)
    }
    if value.hasPrefix("alias/aws/") || value.isEmpty || value == "AWS_OWNED_KMS_KEY" { return nil }
    var region = change.region
    if let name = ResourceName(value) {
      guard name.service == "kms", name.account == change.scope.account else { return nil }
      if name.resource.hasPrefix("alias/aws/") { return nil }
      region = name.region
    }
    let scope = CloudScope(partition: change.scope.partition, account: change.scope.account, region: region)
    let name = value.hasPrefix("arn:") ? ResourceName(value)?.resource ?? value : value
    var found: CloudObject?
    if name.hasPrefix("alias/") {
      if let alias = cloud.object("AWS::KMS::Alias", scope, named: name) {
        found = alias.references.first.flatMap { cloud.objects[$0.target] }
        if found == nil { return nil }
      }
    } else {
      let id = String(("arn:" + name).tail)
      found = cloud.object("AWS::KMS::Key", scope, named: id) ?? cloud.object("AWS::KMS::ReplicaKey", scope, named: id)
    }
    guard let key = found else {
      throw CloudErrors.invalid("KMSNotFoundException", "The key '\(value)' does not exist in \(region)", PropertyPath(property))
    }
    return try usable(key, value, property)
  }

  private static func usable(_ key: CloudObject, _ value: String, _ property: String) throws(ProviderError) -> CloudObject {
    if key.phase == .pendingDeletion {
      throw CloudErrors.invalid("KMSInvalidStateException", "The key '\(value)' is pending deletion", PropertyPath(property))
    }
    if key.inputs.flag("Enabled") == false {
      throw CloudErrors.invalid("DisabledException", "The key '\(value)' is disabled", PropertyPath(property))
    }
    return key
  }
}
