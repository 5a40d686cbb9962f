import Strata

extension Financial {
  /// "Security Account - Dedicated account for security services like GuardDuty, Security Hub, and Config": what it sees and says of all accounts.
  @Stack final class SecurityServicesStack {
    let settings: Settings
    let accounts: Accounts
    let archive: LogArchiveStack
    let baseline: AccountBaselineStack
    /// The baselines of the other accounts, which must be there before they can be enrolled.
    let members: [AccountBaselineStack]
    let management: AccountBaselineStack

    // 4.3 Made in the management account, for the security account.
    lazy var delegation = SecurityHub.DelegatedAdmin("delegation", adminAccountId: accounts.security)
      .placed(in: accounts.management).after(management.hub).after(baseline.hub)

    lazy var aggregator = SecurityHub.FindingAggregator("regions", regionLinkingMode: .specifiedRegions, regions: [settings.recoveryRegion])
      .after(baseline.hub)

    lazy var aggregatorRole = ServiceRole(
      "configuration-role", for: "config", managedPolicies: ["service-role/AWSConfigRoleForOrganizations"])

    var body: some Infrastructure {
      SecurityHub.OrganizationConfiguration(
        "enrollment", autoEnable: true, autoEnableStandards: .noneValue, configurationType: .local
      ).after(delegation).after(aggregator)
      // That is for accounts to come; those that are there are enrolled by name.
      Action.findingMembers([accounts.management, accounts.logArchive, accounts.sharedServices] + accounts.workloads)
        .after(delegation, members, management)

      // 4.25 "PCI-DSS Compliance"; AWS's own best practices stand for SOC 2's "Security, availability, and confidentiality controls".
      for (id, standard) in [
        ("pci-dss", "pci-dss/v/4.0.1"), ("best-practices", "aws-foundational-security-best-practices/v/1.0.0"),
        ("cis", "cis-aws-foundations-benchmark/v/3.0.0"),
      ] {
        SecurityHub.Standard(id, standardsArn: "arn:\(AWS.partition):securityhub:\(AWS.region)::standards/\(standard)").after(baseline.hub)
      }

      // 4.3 What the members' detectors find is seen here. The account becomes GuardDuty's administrator by an action of the management account;
      // members are then enrolled without invitation, and accounts that come later by themselves.
      Action.threatDetectionEnrollment(by: baseline.detector.id)
      for (member, name) in zip(members, ["log-archive", "shared-services", "development", "testing", "production"]) {
        GuardDuty.Member(
          "member-\(name)", email: settings.mail(name), detectorId: baseline.detector, disableEmailNotification: true,
          memberId: account(name),
          status: "Created"
        ).after(member.detector)
      }
      GuardDuty.PublishingDestination(
        "findings", destinationProperties: .init(destinationArn: archive.audit.bucket.arn, kmsKeyArn: archive.key), destinationType: .s3,
        detectorId: baseline.detector
      ).after(archive.audit.access)

      // 4.3 "ConfigurationAggregator {OrganizationAggregationSource}"
      Config.ConfigurationAggregator(
        "configurations", configurationAggregatorName: "financial",
        organizationAggregationSource: .init(roleArn: aggregatorRole, allAwsRegions: true))

      AccessAnalyzer.Analyzer("organization-access", type: "ORGANIZATION", analyzerName: "financial-organization-access")
      // 4.23 "IAM roles with least privilege": what nobody has used for 90 days.
      AccessAnalyzer.Analyzer(
        "unused-access", type: "ORGANIZATION_UNUSED_ACCESS",
        analyzerConfiguration: .init(unusedAccessConfiguration: .init(unusedAccessAge: 90)), analyzerName: "financial-unused-access")

      // Findings without an exploit and without a patch tell nobody what to do.
      InspectorV2.Filter(
        "informational", filterAction: .suppress,
        filterCriteria: .init(severity: [.init(comparison: .equals, value: "INFORMATIONAL")]), name: "financial-informational")

      // 4.22 "integrations with Security Hub"
      FindingAlerts("findings-alerts", topic: baseline.alarms.topic)
    }

    private func account(_ name: String) -> Account {
      switch name {
      case "log-archive": accounts.logArchive
      case "shared-services": accounts.sharedServices
      case "development": accounts.development
      case "testing": accounts.testing
      default: accounts.production
      }
    }
  }
}
