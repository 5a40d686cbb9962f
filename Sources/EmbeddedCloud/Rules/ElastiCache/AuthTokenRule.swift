import StrataDeployment
import StrataModel

/// A password of Redis needs encryption in transit, and has a form.
///
/// Source: ElastiCache user guide, "Authenticating with the AUTH command": 16 to 128 printable characters, in-transit encryption on.
struct AuthTokenRule: CloudRule {
  let types = ["AWS::ElastiCache::ReplicationGroup"]
  let summary = "AuthToken needs TransitEncryptionEnabled and 16 to 128 characters without @, \" and /."
  let source = "ElastiCache CreateReplicationGroup"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let token = change.properties.text("AuthToken") else { return }
    if change.properties.flag("TransitEncryptionEnabled") != true {
      throw CloudErrors.invalid("InvalidParameterCombination", "AuthToken is only available with TransitEncryptionEnabled", "AuthToken")
    }
    let isRefused = token.utf8.contains {
      $0 <= 32 || $0 > 126 || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "/")
    }
    if isRefused || !(16...128).contains(token.utf8.count) {
      throw CloudErrors.invalid("InvalidParameterValue", "AuthToken needs 16 to 128 printable characters without @, \" and /", "AuthToken")
    }
  }
}
