import StrataModel

extension ServiceCosts {
  /// Keys, secrets, identities.
  static let security: [String: Estimate] = [
    "AWS::Cognito::UserPool": { costs in
      let users = costs.assume(.cognitoUsers)
      switch costs["UserPoolTier"]?.stringValue ?? "ESSENTIALS" {
      case "PLUS": costs.add("users, plus", "cognito.plus", .cognitoUsers)
      // 10,000 users a month are part of the tier, not of the free tier of the first year.
      case "ESSENTIALS":
        costs.add("users, essentials", "cognito.essentials", users - 10_000, because: "\(users) users, 10,000 of them included")
      case let other: costs.leaveOut("no price of the tier \(other) is known")
      }
    },
    "AWS::KMS::Key": addKey,
    "AWS::KMS::ReplicaKey": addKey,
    "AWS::SecretsManager::Secret": { costs in
      let copies = Quantity(1 + costs.elements("ReplicaRegions").count)
      costs.add("secret", "secrets.secret", copies)
      costs.add("requests", "secrets.requests", .secretReads)
    },
  ]

  private static let addKey: Estimate = { costs in
    costs.add("customer managed key", "kms.key", 1)
    // The first two rotations raise the price, later ones do not.
    let rotations = costs.assume(.kmsRotations)
    costs.add("rotated key material", "kms.rotation", min(rotations, 2), because: "\(rotations) rotations so far")
    costs.add("requests", "kms.requests", .kmsRequests)
  }

  /// What looks for threats and faults.
  static let detection: [String: Estimate] = [
    "AWS::AccessAnalyzer::Analyzer": { costs in
      // Analyzers of outside access are free.
      if costs["Type"]?.stringValue?.hasSuffix("UNUSED_ACCESS") == true {
        costs.add("watched roles and users", "access-analyzer.roles", .analyzedRoles)
      } else if costs["Type"]?.stringValue?.hasSuffix("INTERNAL_ACCESS") == true {
        costs.leaveOut("no price of an analyzer of inside access is known")
      }
    },
    "AWS::Config::ConfigRule": { costs in costs.add("evaluations", "config.evaluations", .configEvaluations) },
    "AWS::Config::ConfigurationRecorder": { costs in
      let isDaily = costs["RecordingMode"]?["RecordingFrequency"]?.stringValue == "DAILY"
      costs.add("configuration items", isDaily ? "config.items.daily" : "config.items", .configItems)
    },
    "AWS::Config::ConformancePack": { costs in costs.add("evaluations", "config.evaluations", .configPackEvaluations) },
    "AWS::FMS::Policy": { costs in costs.add("protection policy", "firewall-manager.policy", 1) },
    "AWS::GuardDuty::Detector": { costs in
      costs.add("management events", "guardduty.events", .guardDutyEvents)
      costs.add("flow and DNS logs", "guardduty.logs", .guardDutyLogs)
      let enabled = Set(
        costs.elements("Features").filter { $0["Status"]?.stringValue == "ENABLED" }.compactMap { $0["Name"]?.stringValue })
      if enabled.contains("S3_DATA_EVENTS") { costs.add("S3 data events", "guardduty.s3-events", .guardDutyS3Events) }
      if enabled.contains("RUNTIME_MONITORING") { costs.add("runtime monitoring", "guardduty.runtime", .guardDutyVCPUs) }
    },
    "AWS::Macie::Session": { costs in
      costs.add("watched buckets", "macie.buckets", .macieBuckets)
      costs.add("inspected data", "macie.inspected", .macieInspected)
    },
    "AWS::SecurityHub::Hub": { costs in costs.add("security checks", "security-hub.checks", .securityHubChecks) },
  ]
}
