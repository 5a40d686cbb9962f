import Strata

/// Recording, organizations, backups and costs, with tags.
@Stack final class GovernanceStack {
  let variant: Variant
  let encryption: EncryptionStack
  let identity: IdentityStack
  let storage: StorageStack

  // The recorder and its channel find each other by the account, as in CloudFormation.
  lazy var recorder = Config.ConfigurationRecorder(
    "recorder", roleArn: identity.services, name: "lab-recorder",
    recordingGroup: variant.changed(
      .init(allSupported: true, includeGlobalResourceTypes: true),
      .init(allSupported: false, includeGlobalResourceTypes: false, resourceTypes: ["AWS::S3::Bucket"])))

  lazy var organization = Organizations.Organization("organization", featureSet: .all)

  lazy var unit = Organizations.OrganizationalUnit(
    "unit", name: variant.changed("Workloads", "Work"), parentId: organization.rootId)

  lazy var inner = Organizations.OrganizationalUnit("inner", name: "Inner", parentId: variant.replaced(unit.id, organization.rootId))

  // moto cannot update a plan, so its vault stays.
  lazy var vault = Backup.BackupVault("vault", backupVaultName: "lab-vault")

  var body: some Infrastructure {
    Config.DeliveryChannel(
      "channel", s3BucketName: storage.logs,
      configSnapshotDeliveryProperties: .init(deliveryFrequency: variant.changed("TwentyFour_Hours", "Six_Hours")), name: "lab-channel",
      s3KeyPrefix: variant.changed(nil, "config")
    ).after(recorder)
    Config.ConfigRule(
      "encrypted", source: .init(owner: "AWS", sourceIdentifier: "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED"),
      configRuleName: "lab-encrypted",
      description: variant.changed("Encrypted", "Encrypted at rest"),
      scope: .init(complianceResourceTypes: variant.changed(["AWS::S3::Bucket"], ["AWS::S3::Bucket", "AWS::SQS::Queue"]))
    ).after(recorder)
    Config.ConfigurationAggregator(
      "aggregator",
      accountAggregationSources: [
        .init(accountIds: variant.changed(["210987654321"], ["210987654321", "210987654322"]), allAwsRegions: true)
      ], configurationAggregatorName: "lab-aggregator")
    Config.AggregationAuthorization(
      "authorization", authorizedAccountId: "210987654321", authorizedAwsRegion: variant.replaced("us-east-1", "us-west-2"))

    // A closed account stays in its organization for 90 days, so an account would keep the organization from being deleted.
    Organizations.Policy(
      "guard",
      content: [
        "Version": "2012-10-17",
        "Statement": [["Effect": "Deny", "Action": "\(variant.changed("ec2:RunInstances", "ec2:*"))", "Resource": "*"]],
      ], name: variant.changed("Guard", "Guards"), type: .serviceControlPolicy, description: variant.changed("Guards", "Guards all"),
      targetIds: [unit.id])

    // moto cannot update plans.
    Backup.BackupPlan(
      "daily",
      backupPlan: .init(
        backupPlanName: "lab-daily",
        backupPlanRule: [
          .init(ruleName: "daily", targetBackupVault: vault, lifecycle: .init(deleteAfterDays: 35), scheduleExpression: "cron(0 5 * * ? *)")
        ]))

    CE.CostCategory(
      "teams", name: variant.replaced("lab-teams", "lab-groups"), ruleVersion: .costCategoryExpressionV1,
      rules: variant.changed(GovernanceStack.rules("one"), GovernanceStack.rules("two")),
      defaultValue: variant.changed(nil, "other"))
  }

  private static func rules(_ team: String) -> String {
    #"[{"Value":"\#(team)","Rule":{"Tags":{"Key":"Team","Values":["\#(team)"],"MatchOptions":["EQUALS"]}},"Type":"REGULAR"}]"#
  }
}
