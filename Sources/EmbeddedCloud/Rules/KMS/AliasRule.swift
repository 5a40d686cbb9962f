import StrataDeployment
import StrataModel

/// Aliases of AWS are reserved, and a key that waits for its deletion takes none.
///
/// Source: KMS API reference, CreateAlias (`InvalidAliasNameException`, `KMSInvalidStateException`).
struct AliasRule: CloudRule {
  let types = ["AWS::KMS::Alias"]
  let summary = "An alias does not begin with alias/aws/ and does not point to a key that is pending deletion."
  let source = "KMS CreateAlias"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    if change.properties.text("AliasName")?.hasPrefix("alias/aws/") ?? false {
      throw CloudErrors.invalid("InvalidAliasNameException", "Aliases that begin with alias/aws/ are reserved", "AliasName")
    }
    for reference in change.references {
      guard let key = cloud.objects[reference.target], key.phase == .pendingDeletion else { continue }
      throw ProviderError(.conflict, "\(key.identifier) is pending deletion.", serviceCode: "KMSInvalidStateException", path: "TargetKeyId")
    }
  }
}
