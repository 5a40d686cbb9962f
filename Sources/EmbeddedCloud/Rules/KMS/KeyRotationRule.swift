import StrataDeployment
import StrataModel

/// Rotation periods and waiting windows have limits, and only symmetric keys rotate.
///
/// Source: KMS API reference, EnableKeyRotation (90 to 2560 days; symmetric encryption keys only) and ScheduleKeyDeletion (7 to 30 days).
struct KeyRotationRule: CloudRule {
  let types = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"]
  let summary = "Rotation takes 90 to 2560 days, deletion waits 7 to 30 days, and only symmetric keys rotate."
  let source = "KMS EnableKeyRotation, ScheduleKeyDeletion"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    if let days = change.properties["RotationPeriodInDays"]?.integerValue, !(90...2560).contains(days) {
      throw CloudErrors.invalid("ValidationException", "RotationPeriodInDays must be 90 to 2560, not \(days)", "RotationPeriodInDays")
    }
    if let days = change.properties["PendingWindowInDays"]?.integerValue, !(7...30).contains(days) {
      throw CloudErrors.invalid("ValidationException", "PendingWindowInDays must be 7 to 30, not \(days)", "PendingWindowInDays")
    }
    let spec = change.properties.text("KeySpec") ?? "SYMMETRIC_DEFAULT"
    if change.properties.flag("EnableKeyRotation") == true, spec != "SYMMETRIC_DEFAULT" {
      throw CloudErrors.invalid("UnsupportedOperationException", "a key of spec \(spec) cannot rotate", "EnableKeyRotation")
    }
  }
}
