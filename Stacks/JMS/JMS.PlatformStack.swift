import Strata

extension JMS {
  /// What all tenants share: the key of logs and alarms, the evidence, and who pays for what.
  @Stack final class PlatformStack {
    let settings: Settings

    lazy var key = EncryptedKey(
      "key", alias: "\(settings.prefix)-platform", description: "JMS \(settings.environment): logs, evidence and alarms",
      uses: [.logGroups("/\(settings.path)/*"), .trail(named: settings.trail), .senders("cloudwatch", "budgets")],
      deniesOtherAccounts: true)

    // 0.7 "Immutable audit trail for all cryptographic operations": immutable is Object Lock in compliance mode, which nobody can lift; a
    // bucket that has received evidence cannot be destroyed for seven years.
    lazy var auditLogs = AuditBucket(
      "audit-logs", name: settings.bucket("audit-logs"), key: key, retention: .sevenYears, writers: [.trail(named: settings.trail)],
      refusesOtherKeys: true)

    lazy var alarms = AlarmTopic("alarms", name: "\(settings.prefix)-alarms", key: key, senders: ["cloudwatch", "budgets"])

    var body: some Infrastructure {
      // A subscription by email is pending until somebody confirms it.
      SNS.Subscription("operations", protocol: "email", topicArn: alarms, endpoint: settings.operations)

      // 0.10 "Resource tagging enables per-tenant cost allocation": what bears a tenant's tag is the tenant's, everything else is shared.
      // Only the account that pays may have cost categories, which tell the costs of all environments; one takes effect on the first of a
      // month. Tags say nothing until they are activated for billing, see `TenantStack`.
      if settings.paysForAll {
        CE.CostCategory(
          "tenants", name: "\(settings.prefix)-tenants", ruleVersion: "CostCategoryExpression.v1",
          rules: .json([
            ["Type": "INHERITED_VALUE", "InheritedValue": ["DimensionName": "TAG", "DimensionKey": "\(TenantAccess.tag)"]]
          ]), defaultValue: "shared")
      }
      Budgets.Budget(
        "monthly",
        budget: .init(
          budgetType: "COST", timeUnit: "MONTHLY", budgetLimit: .init(amount: settings.monthlyBudget, unit: "USD"),
          budgetName: "\(settings.prefix)-monthly"),
        notificationsWithSubscribers: [("ACTUAL", 80), ("FORECASTED", 100)].map { kind, percent in
          .init(
            notification: .init(
              comparisonOperator: "GREATER_THAN", notificationType: kind, threshold: percent, thresholdType: "PERCENTAGE"),
            subscribers: [.init(address: alarms.arn, subscriptionType: "SNS")])
        })

      Output("platform-key-arn", key.arn)
      Output("audit-logs-bucket", auditLogs.bucket.bucketName)
      Output("alarm-topic-arn", alarms.arn)
    }
  }
}
