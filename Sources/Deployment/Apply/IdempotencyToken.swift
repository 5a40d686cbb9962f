import StrataModel

/// Tokens that make a repeated call the same call.
enum IdempotencyToken {
  /// The token of a call: the same for the same call, another one after every definite failure.
  ///
  /// 32 lowercase hexadecimal characters, which every create token of the services in question accepts but CloudWatch Logs' query
  /// definitions: those want at least 36, and get the same bytes as a UUID.
  static func make(
    lineage: String, instance: InstanceID, operation: Intent.Operation, revision: Int, attempt: Int, requestDigest: String, type: String
  ) -> String {
    let digest = Digest.hash(fields: [
      "strata.token.1", lineage, instance.text, operation.rawValue, String(revision), String(attempt), requestDigest,
    ])
    let text = Digest.hexadecimal(of: digest.prefix(16))
    guard type == "AWS::Logs::QueryDefinition" else { return text }
    var uuid = ""
    for (index, character) in text.enumerated() {
      if index == 8 || index == 12 || index == 16 || index == 20 { uuid += "-" }
      uuid.append(character)
    }
    return uuid
  }
}
