import StrataDeployment
import StrataModel

/// A key policy must leave somebody of the account able to change it.
///
/// Source: KMS API reference, CreateKey, `BypassPolicyLockoutSafetyCheck`.
struct KeyLockoutRule: CloudRule {
  let types = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"]
  let summary = "A key policy that nobody of the account could change again is refused."
  let source = "KMS CreateKey, BypassPolicyLockoutSafetyCheck"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, change.properties.flag("BypassPolicyLockoutSafetyCheck") != true,
      let policy = PolicyView(change.properties["KeyPolicy"])
    else { return }
    if !policy.allows(account: change.scope.account, action: "kms:PutKeyPolicy") {
      throw CloudErrors.invalid(
        "MalformedPolicyDocumentException", "The new key policy will not allow you to update the key policy in the future", "KeyPolicy")
    }
  }
}
