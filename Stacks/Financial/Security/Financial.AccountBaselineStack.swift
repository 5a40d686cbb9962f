import Strata

extension Financial {
  /// What each of the seven accounts has, before anything else is in it.
  @Stack final class AccountBaselineStack {
    let id: String
    let settings: Settings
    let archive: LogArchiveStack
    /// Whether customers' data lies in the account.
    var holdsData = false

    lazy var key = EncryptedKey(
      "key", alias: "financial-baseline", description: "Financial: logs and messages of the account",
      uses: [
        .logGroups("/financial/*", "/aws/codebuild/*", "/aws/imagebuilder/*"),
        .senders("cloudwatch", "events", "config", "backup", "codestar-notifications"),
      ], deniesOtherAccounts: true)

    lazy var alarms = AlarmTopic("alarms", name: "financial-alarms", key: key, senders: ["cloudwatch", "events", "config", "backup"])

    // 4.3 "AWS Config for compliance monitoring": every account records, the security account reads all.
    lazy var recorder =
      settings.has(.controlTower)
      ? nil
      : ConfigurationRecorder(
        "configuration", name: "financial", bucket: archive.configurations, key: archive.key.key, topic: alarms.topic
      ).after(archive.configurations.access)

    // 4.3 "GuardDuty for threat detection". The organization's setting enrolls accounts that come later; a detector of its own keeps the
    // protections stated here.
    lazy var detector = Financial.threatDetector()

    // 4.3 "Security Hub for comprehensive security view": standards are chosen in the security account. It needs a recorder.
    lazy var hub = SecurityHub.Hub(
      "hub", autoEnableControls: true, controlFindingGenerator: "SECURITY_CONTROL", enableDefaultStandards: false
    ).after(recorder)

    var body: some Infrastructure {
      AccessAnalyzer.Analyzer("access", type: "ACCOUNT", analyzerName: "financial-access")

      // 4.27 "Data minimization and purpose limitation": Macie finds personal data where none should be.
      if holdsData { Macie.Session("personal-data", findingPublishingFrequency: .fifteenMinutes, status: .enabled) }

      // 4.23 "MFA", 4.24 "Encryption at rest for all data stores": settings without a resource type. Amazon Inspector has none either.
      Action.passwordPolicy()
      Action.volumeEncryption()
      Action.publicAccessBlock()
      Action.vulnerabilityScans()
      // 4.28 Copies of tables to another region need the account's opt-in.
      if holdsData { Action.backupServices() }

      SNS.Subscription("operations", protocol: "email", topicArn: alarms, endpoint: settings.operations)
    }
  }
}
