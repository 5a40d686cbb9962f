import StrataModel

extension PolicyRule {
  static let secretRotation = PolicyRule(
    "R34", "secret-rotation", title: "Passwords of databases and caches change at least every 90 days",
    why: "a password that leaked unnoticed works until it changes",
    remedy: "add a SecretsManager.RotationSchedule of 90 days or less, as SecretRotation does",
    controls: [.pciDSS("8.6.3"), .soc2("CC6.1")]
  ) { context, assessment in
    for secret in credentials(context) {
      let schedules = context.consumers(of: secret, type: "AWS::SecretsManager::RotationSchedule", by: "SecretId")
      guard let schedule = schedules.first else {
        assessment.report(secret, "the credentials never change")
        continue
      }
      let rules = schedule.properties["RotationRules"]
      if let days = rules?["AutomaticallyAfterDays"]?.wholeNumber {
        assessment.require(
          days <= 90, of: secret, "the credentials change every \(days) days only",
          notes: [Diagnostic.Note("the schedule is declared here", at: schedule.source)])
      } else {
        assessment.require(rules?["ScheduleExpression"] != nil, of: secret, "nothing says when the credentials change")
      }
    }
  }

  /// The secrets that databases and caches are opened with.
  private static func credentials(_ context: PolicyContext) -> [ResourceNode] {
    var byName: [String: ResourceNode] = [:]
    for secret in context.all("AWS::SecretsManager::Secret") {
      if let name = secret.properties["Name"]?.stringValue { byName["\(secret.placement.account) \(name)"] = secret }
    }
    var found: [ResourceNode] = []
    func add(_ node: ResourceNode?) {
      if let node, node.type == "AWS::SecretsManager::Secret", !found.contains(where: { $0.address == node.address }) { found.append(node) }
    }
    for attachment in context.all("AWS::SecretsManager::SecretTargetAttachment") {
      add(context.targets(in: attachment.properties["SecretId"]).first)
    }
    for (type, property) in [
      ("AWS::RDS::DBInstance", "MasterUserPassword"), ("AWS::RDS::DBCluster", "MasterUserPassword"),
      ("AWS::ElastiCache::ReplicationGroup", "AuthToken"),
    ] {
      for node in context.all(ofType: type) {
        switch node.properties[property] {
        case .secret(let source)?:
          add(byName["\(node.placement.account) \(source.nameAndField.name)"] ?? source.reference.flatMap { context.graph[$0.address] })
        case let value?: add(context.targets(in: value).first)
        case nil: break
        }
      }
    }
    return found
  }
}
