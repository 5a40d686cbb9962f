import StrataModel

extension PolicyRule {
  static let detection = PolicyRule(
    "R39", "detection-services", title: "Every account is watched for intrusions and for settings that drift",
    why: "what nobody looks for is found by others first",
    remedy: "declare GuardDuty.Detector, SecurityHub.Hub and a ConfigurationRecorder in the account",
    controls: [.pciDSS("11.5"), .hipaa("164.308(a)(1)(ii)(D)"), .soc2("CC7.1"), .awsFoundations("3.3"), .awsFoundations("4.16")]
  ) { context, assessment in
    for account in context.accounts {
      checkThreats(account, context, &assessment)
      checkConfiguration(account, context, &assessment)
      checkHub(account, context, &assessment)
    }
    for database in context.all("AWS::RDS::DBInstance") {
      assessment.require(
        database.properties["EnablePerformanceInsights"]?.isTrue == true, of: database, at: "EnablePerformanceInsights",
        "nobody sees what the database is asked", remedy: "set EnablePerformanceInsights to true")
      assessment.require(
        database.properties["MonitoringInterval"]?.wholeNumber ?? 0 > 0, of: database, at: "MonitoringInterval",
        "nobody sees what the database's processes do", remedy: "set MonitoringInterval and MonitoringRoleArn")
    }
    checkPacks(context, &assessment)
    checkOrganization(context, &assessment)
  }

  /// AWS's own collections of rules for a framework, by the word that their names have.
  private static let packs: [(framework: Framework, word: String)] = [(.hipaa, "hipaa"), (.pciDSS, "pci")]

  private static func checkPacks(_ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    guard context.has("AWS::Config::ConfigurationRecorder") else { return }
    let names = context.all("AWS::Config::ConformancePack", "AWS::Config::OrganizationConformancePack").map { pack in
      ["ConformancePackName", "OrganizationConformancePackName", "TemplateS3Uri"].compactMap { pack.properties[$0]?.shownText }.joined(
        separator: " "
      )
      .lowercased()
        + (pack.properties.value(at: "TemplateSSMDocumentDetails", "DocumentName")?.shownText ?? "").lowercased()
    }
    for pack in packs where context.frameworks.contains(pack.framework) {
      assessment.require(
        names.contains { $0.contains(pack.word) }, of: .environment, "AWS Config does not judge by \(pack.framework.title)",
        remedy: "declare a Config.ConformancePack with AWS's template for \(pack.framework.title)")
    }
  }

  private static func checkThreats(_ account: String, _ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    let detectors = context.all("AWS::GuardDuty::Detector").filter { $0.placement.account == account }
    assessment.require(
      !detectors.isEmpty, of: .account(account), "GuardDuty watches nothing in account \(account)",
      remedy: "declare a GuardDuty.Detector in the account")
    let runsContainers = context.all("AWS::ECS::Service").contains {
      $0.placement.account == account && ($0.properties["LaunchType"] == "FARGATE" || $0.properties["CapacityProviderStrategy"] != nil)
    }
    for detector in detectors {
      assessment.require(
        detector.properties["Enable"]?.isTrue == true, of: detector, at: "Enable", "the detector is switched off",
        remedy: "set Enable to true")
      var wanted = ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION"]
      if runsContainers { wanted.append("RUNTIME_MONITORING") }
      let enabled = (detector.properties["Features"]?.elements ?? []).filter { $0["Status"] == "ENABLED" }.compactMap {
        $0["Name"]?.stringValue
      }
      let missing = wanted.filter { !enabled.contains($0) }
      assessment.require(
        missing.isEmpty, of: detector, at: "Features", "the detector does not watch \(missing.joined(separator: ", "))",
        remedy: "add the features with Status ENABLED; one for a service that is not used costs nothing")
    }
    guard !detectors.isEmpty else { return }
    let isHeard = context.all("AWS::Events::Rule").contains { rule in
      let sources = rule.properties.value(at: "EventPattern", "source")?.elements.compactMap(\.stringValue) ?? []
      return sources.contains { $0 == "aws.guardduty" || $0 == "aws.securityhub" }
        && context.targets(in: rule.properties["Targets"]).contains { $0.type == "AWS::SNS::Topic" }
    }
    assessment.require(
      isHeard, of: .environment, "nobody hears of what GuardDuty finds",
      remedy: "send findings to a topic by an Events.Rule, as FindingAlerts does")
  }

  private static func checkConfiguration(_ account: String, _ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    let recorders = context.all("AWS::Config::ConfigurationRecorder").filter { $0.placement.account == account }
    assessment.require(
      !recorders.isEmpty, of: .account(account), "AWS Config records nothing in account \(account)",
      remedy: "declare a ConfigurationRecorder in the account")
    for recorder in recorders {
      let group = recorder.properties["RecordingGroup"]
      assessment.require(
        group?["AllSupported"]?.isTrue == true
          || group?.value(at: "RecordingStrategy", "UseOnly") == "ALL_SUPPORTED_RESOURCE_TYPES", of: recorder, at: "RecordingGroup",
        "the recorder leaves out types of resources", remedy: "set AllSupported to true")
    }
    if let recorder = recorders.first {
      assessment.require(
        context.all("AWS::Config::DeliveryChannel").contains { $0.placement.account == account }, of: recorder,
        "the recorder delivers to nobody, so it does not start", remedy: "declare a Config.DeliveryChannel in the account")
    }
  }

  private static func checkHub(_ account: String, _ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    // Security Hub's standards are PCI's and AWS's; HIPAA's safeguards are watched by AWS Config's rules.
    guard context.frameworks.contains(.pciDSS) || context.frameworks.contains(.awsFoundations) else { return }
    assessment.require(
      context.all("AWS::SecurityHub::Hub").contains { $0.placement.account == account }, of: .account(account),
      "Security Hub judges nothing in account \(account)", remedy: "declare a SecurityHub.Hub in the account")
    guard context.frameworks.contains(.pciDSS) else { return }
    let standards = context.all("AWS::SecurityHub::Standard").map { $0.properties["StandardsArn"]?.shownText ?? "" }
    assessment.require(
      standards.contains { $0.contains("/pci-dss/") }, of: .environment, "Security Hub does not judge by PCI-DSS",
      remedy: "declare a SecurityHub.Standard for pci-dss")
  }

  /// Who runs an organization can keep its accounts from switching off what watches them.
  private static func checkOrganization(_ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    guard context.has("AWS::Organizations::Organization") else { return }
    let denied = context.all("AWS::Organizations::Policy").flatMap { policy in
      (PolicyStatement.statements(of: policy.properties["Content"]) ?? []).filter { !$0.isAllow && !$0.negatesActions }
    }
    let actions = [
      "cloudtrail:StopLogging", "guardduty:DeleteDetector", "config:StopConfigurationRecorder", "securityhub:DisableSecurityHub",
    ]
    let open = actions.filter { action in !denied.contains { $0.covers(action) } }
    assessment.require(
      open.isEmpty, of: .environment, "no service control policy keeps accounts from \(open.joined(separator: ", "))",
      remedy: "deny these actions in an Organizations.Policy of type SERVICE_CONTROL_POLICY")
  }
}
