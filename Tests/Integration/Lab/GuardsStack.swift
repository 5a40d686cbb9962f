import Strata

/// Detection, access and budgets: types of which moto changes no tags, or nothing at all.
@Stack final class GuardsStack {
  let variant: Variant
  let messaging: MessagingStack
  let network: NetworkStack
  let storage: StorageStack
  let identity: IdentityStack

  private let instance = "arn:aws:sso:::instance/ssoins-1111111111111111"

  lazy var readers = SSO.PermissionSet(
    "readers", instanceArn: .existing(instance), name: variant.replaced("LabReaders", "LabViewers"),
    description: variant.changed("Reads", "Reads all"), sessionDuration: variant.changed("PT1H", "PT2H"))

  // moto cannot update a group.
  lazy var people = IdentityStore.Group("people", displayName: "People", identityStoreId: "d-1111111111", description: "People of the lab")

  var body: some Infrastructure {
    GuardDuty.Detector(
      "threats", enable: true, features: [.init(name: .s3DataEvents, status: variant.changed(.enabled, .disabled))],
      findingPublishingFrequency: variant.changed(.oneHour, .fifteenMinutes))
    // moto has no report plan's tags and cannot update one.
    Backup.ReportPlan(
      "reports", reportDeliveryChannel: .init(s3BucketName: storage.logs, formats: ["CSV"]),
      reportSetting: .init(reportTemplate: "BACKUP_JOB_REPORT"), reportPlanName: variant.replaced("lab_reports", "lab_reports_2"))
    // moto cannot update a project, not even its tags.
    CodeBuild.Project(
      "build", artifacts: .init(type: "NO_ARTIFACTS"),
      environment: .init(
        computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER"),
      serviceRole: identity.services.arn,
      source: .init(type: "S3", location: "lab-logs-bucket/source.zip"), name: variant.replaced("lab-build", "lab-build-2"))
    // moto cannot update a hub and a session.
    SecurityHub.Hub("hub", enableDefaultStandards: false)
    Macie.Session("macie", findingPublishingFrequency: .oneHour, status: .enabled)

    SSO.Assignment(
      "people-read", instanceArn: .existing(instance), permissionSetArn: readers, principalId: people.groupId, principalType: .group,
      targetId: "123456789012", targetType: .awsAccount)

    // moto cannot update a budget; what is replaced is its notifications.
    Budgets.Budget(
      "monthly",
      budget: .init(budgetType: "COST", timeUnit: "MONTHLY", budgetLimit: .init(amount: 100, unit: "USD"), budgetName: "lab-monthly"),
      notificationsWithSubscribers: [
        .init(
          notification: .init(
            comparisonOperator: "GREATER_THAN", notificationType: "ACTUAL", threshold: variant.replaced(80, 90), thresholdType: "PERCENTAGE"
          ),
          subscribers: [.init(address: messaging.alerts.topicArn, subscriptionType: "SNS")])
      ])

    RAM.ResourceShare("share", name: variant.changed("lab-share", "lab-shares"), allowExternalPrincipals: variant.changed(false, true))

    Shield.Protection(
      "address", name: "lab-address", resourceArn: "arn:aws:ec2:us-east-1:123456789012:eip-allocation/\(network.address.allocationId)")

    // moto cannot update a filter.
    InspectorV2.Filter(
      "known", filterAction: .suppress, filterCriteria: .init(severity: [.init(comparison: .equals, value: "LOW")]), name: "lab-known")
  }
}
