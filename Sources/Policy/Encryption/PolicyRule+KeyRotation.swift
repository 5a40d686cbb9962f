import StrataModel

extension PolicyRule {
  static let keyRotation = PolicyRule(
    "R01", "kms-rotation", title: "Keys rotate by themselves at least once a year",
    why: "key material that never changes widens what one leaked key opens",
    remedy: "set EnableKeyRotation to true, and RotationPeriodInDays to 90 to 365 or leave it out",
    controls: [.hipaa("164.312(a)(2)(iv)"), .pciDSS("3.7.4"), .soc2("CC6.1"), .awsFoundations("3.6")]
  ) { context, assessment in
    for key in context.all("AWS::KMS::Key") {
      // KMS rotates symmetric keys of its own material only (AWS KMS Developer Guide, "Rotating AWS KMS keys").
      let spec = key.properties["KeySpec"]?.stringValue ?? "SYMMETRIC_DEFAULT"
      let origin = key.properties["Origin"]?.stringValue ?? "AWS_KMS"
      guard spec == "SYMMETRIC_DEFAULT", origin == "AWS_KMS" else { continue }
      assessment.require(
        key.properties["EnableKeyRotation"]?.isTrue == true, of: key, at: "EnableKeyRotation", "the key does not rotate")
      if let days = key.properties["RotationPeriodInDays"]?.wholeNumber {
        assessment.require(
          (90...365).contains(days), of: key, at: "RotationPeriodInDays", "the key rotates every \(days) days, which is not at least yearly"
        )
      }
    }
  }
}
