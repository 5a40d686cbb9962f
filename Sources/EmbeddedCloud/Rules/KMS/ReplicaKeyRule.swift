import StrataDeployment
import StrataModel

/// Only a multi-Region primary key can be replicated, and into another region.
///
/// Source: KMS API reference, ReplicateKey (`UnsupportedOperationException`, `AlreadyExistsException`).
struct ReplicaKeyRule: CloudRule {
  let types = ["AWS::KMS::ReplicaKey"]
  let summary = "The primary of a replica key must be a multi-Region key of another region."
  let source = "KMS ReplicateKey"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create, let primary = change.referenced("AWS::KMS::Key", by: "PrimaryKeyArn", cloud) else { return }
    if primary.inputs.flag("MultiRegion") != true {
      throw CloudErrors.invalid("UnsupportedOperationException", "\(primary.identifier) is not a multi-Region key", "PrimaryKeyArn")
    }
    if primary.region == change.region {
      throw CloudErrors.invalid("ValidationException", "The primary key stands in \(change.region) itself", "PrimaryKeyArn")
    }
  }
}
