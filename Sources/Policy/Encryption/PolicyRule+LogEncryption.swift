import StrataModel

extension PolicyRule {
  static let logEncryption = PolicyRule(
    "R09", "logs-cmk", title: "Log groups are encrypted with a key of one's own that CloudWatch Logs may use",
    why: "logs carry what applications write, health data included",
    remedy: "set KmsKeyId to a KMS.Key whose policy lets logs.<region>.amazonaws.com in, as EncryptedLogGroup does",
    controls: [.hipaa("164.312(a)(2)(iv)")]
  ) { context, assessment in
    for group in context.all("AWS::Logs::LogGroup") {
      let value = group.properties["KmsKeyId"]
      assessment.require(
        context.isCustomerKey(value), of: group, at: "KmsKeyId", "the log group is not encrypted with a key of your own")
      guard let key = context.key(of: value) else { continue }
      assessment.require(
        context.admits(key, "logs.\(group.placement.region).amazonaws.com"), of: group, at: "KmsKeyId",
        "the policy of '\(key.address)' does not let CloudWatch Logs of \(group.placement.region) in, so the log group cannot be made",
        notes: [Diagnostic.Note("the key is declared here", at: key.source)])
    }
  }
}
