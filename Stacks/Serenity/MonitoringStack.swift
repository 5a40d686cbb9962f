import Strata

/// The guide's `SerenityMonitoringStack`: "Monitoring & Compliance", backups, and the budget.
@Stack final class MonitoringStack {
  let settings: Serenity.Settings
  let network: NetworkStack
  let security: SecurityStack
  let auth: AuthStack
  let data: DataStack
  let compute: ComputeStack

  // 3.37 "Multi-region trail enabled. Log file validation enabled. KMS encryption enabled. S3 bucket with MFA delete" (see
  // `DataStack.auditLogs`) "CloudTrail for all AWS API calls"
  lazy var trail = AuditTrail(
    "trail", name: settings.trail, bucket: data.auditLogs, key: security.key, logGroup: "/serenity/\(settings.environment)/trail")

  // 3.38 "Configuration recorder enabled"; 3.60 "Weekly configuration exports": a snapshot each day.
  lazy var recorder = ConfigurationRecorder(
    "configuration", name: settings.prefix, bucket: data.compliance, key: security.key.key, topic: topic)

  // 3.42 "Daily backups with 35-day retention"; 3.44 "Backup vault with access policies"; 3.58 the recovery point objective of one hour is
  // met by point-in-time recovery, not by these: see `Settings.recovery`.
  lazy var backup = DailyBackup(
    "backup", name: "\(settings.prefix)-backup", key: security.key, resources: tables.map(\.arn),
    copies: recoveryVault.map { [$0] } ?? [])

  // 3.43 "Cross-region backup for production"
  lazy var recoveryVault =
    settings.copiesBackups
    ? LockedVault("recovery-vault", name: "\(settings.prefix)-recovery", key: data.recoveryKey).placed(in: settings.recoveryRegion) : nil

  var body: some Infrastructure {
    SNS.Subscription("operations", protocol: "email", topicArn: topic, endpoint: settings.operations)

    // 3.43 Copies of tables to another region need the account's opt-in, which has no resource type.
    if settings.copiesBackups { Action.backupServices(types: ["DynamoDB", "S3"]) }

    // 3.41 "Metrics and alarms for all services"; "Review procedures (daily monitoring)"
    SecurityAlarms("security", name: settings.prefix, trail: trail, topic: topic)
    alarms

    // 3.51 "Custom CloudWatch metrics for PHI access": the API logs `{"event": "phi-access", "role": …}`.
    Logs.MetricFilter(
      "phi-access", filterPattern: #"{ $.event = "phi-access" }"#, logGroupName: compute.api.logs,
      metricTransformations: [
        .init(
          metricName: "PHIAccess", metricNamespace: "\(settings.prefix)/Application", metricValue: "1",
          dimensions: [.init(key: "role", value: "$.role")])
      ])

    // 3.41 "Dashboard for operational visibility"
    MetricDashboard(
      name: settings.prefix,
      graphs: [
        ("Requests and errors", [api("RequestCount", .sum), api("HTTPCode_Target_5XX_Count", .sum), api("HTTPCode_ELB_5XX_Count", .sum)]),
        ("Response time", [api("TargetResponseTime", .average), api("TargetResponseTime", .maximum)]),
        ("Tasks", [task("CPUUtilization"), task("MemoryUtilization")]),
        ("Sessions table", capacity(of: data.sessions)), ("Audit table", capacity(of: data.audit)),
        ("Firewall", [firewall("BlockedRequests"), firewall("AllowedRequests")]),
      ])

    // 3.39 "Compliance rules for HIPAA"; 3.40 "Automatic remediation where possible"
    ComplianceRules("rules", name: settings.prefix, recorder: recorder, rules: rules)
    Config.ConformancePack(
      "hipaa", conformancePackName: "\(settings.prefix)-hipaa",
      templateSsmDocumentDetails: .init(documentName: "AWSConformancePacks-OperationalBestPracticesforHIPAASecurity")
    ).after(recorder)

    // 3.60 "Quarterly full environment rebuild": people do it, in an account for it, by the guide's "Recovery Procedures".
    Reminder(
      "rebuild", name: "\(settings.prefix)-rebuild", description: "Reminds of the quarterly rebuild",
      message:
        "Rebuild \(settings.prefix) elsewhere: deploy, restore the tables, push the image, run verify, move the domain. Four hours are the aim.",
      topic: topic, key: security.key)
    // 3.60 "Monthly disaster recovery testing"
    RestoreTest(
      "restore-test", name: names("monthly_restore"), backup: backup, resourceType: "DynamoDB", resources: tables.map(\.arn))
    // 3.52 "Automated compliance reporting"
    Backup.ReportPlan(
      "backup-report", reportDeliveryChannel: .init(s3BucketName: data.compliance, formats: ["CSV", "JSON"], s3KeyPrefix: "backup"),
      reportSetting: .init(reportTemplate: "BACKUP_JOB_REPORT"), reportPlanName: names("backup_jobs"))

    // 3.56 "Monthly Costs (Estimated)", "Regular cost review and optimization"
    Budgets.Budget(
      "monthly",
      budget: .init(
        budgetType: "COST", timeUnit: "MONTHLY", budgetLimit: .init(amount: settings.monthlyBudget, unit: "USD"),
        budgetName: "\(settings.prefix)-monthly"),
      notificationsWithSubscribers: [("ACTUAL", 80), ("FORECASTED", 100)].map { kind, percent in
        .init(
          notification: .init(comparisonOperator: "GREATER_THAN", notificationType: kind, threshold: percent, thresholdType: "PERCENTAGE"),
          subscribers: [.init(address: security.alarms.arn, subscriptionType: "SNS")])
      })

    Output("trail-arn", trail.trail.arn)
    Output("backup-vault", backup.vault.vault.backupVaultName)
  }

  // MARK: Alarms

  @InfrastructureBuilder private var alarms: Group {
    alarm("alb-5xx", api("HTTPCode_ELB_5XX_Count", .sum), reaches: 5)
    alarm("api-5xx", api("HTTPCode_Target_5XX_Count", .sum), reaches: 5)
    alarm("api-slow", api("TargetResponseTime", .average), reaches: 2, times: 3)
    alarm("api-unhealthy", targets("UnHealthyHostCount", .maximum), reaches: 1, times: 2)
    alarm("api-down", targets("HealthyHostCount", .minimum), reaches: 0, isLow: true, times: 2)
    alarm("task-cpu", task("CPUUtilization"), reaches: 85, times: 3)
    alarm("task-memory", task("MemoryUtilization"), reaches: 85, times: 3)
    alarm("tasks-missing", runningTasks, reaches: settings.tasks.lowerBound - 1, isLow: true, times: 3)
    for table in tables {
      alarm("\(table.id)-throttled", dynamoDB("ThrottledRequests", table), reaches: 1)
      alarm("\(table.id)-errors", dynamoDB("SystemErrors", table), reaches: 1)
    }
    for (index, gateway) in network.internet.natGateways.enumerated() {
      let full = Metric("AWS/NATGateway", "ErrorPortAllocation", .sum, ["NatGatewayId": gateway.natGatewayId])
      alarm("nat-\(index + 1)-full", full, reaches: 1)
    }
    // 3.19 "Advanced Security: Enforced (risk detection)"
    let takeovers = Metric("AWS/Cognito", "AccountTakeoverRisk", .sum, ["Operation": "SignIn", "UserPoolId": auth.pool.userPoolId])
    alarm("account-takeovers", takeovers, reaches: 1)
    alarm("firewall-blocks", firewall("BlockedRequests"), reaches: 1000)
    let failed = Metric("AWS/Backup", "NumberOfBackupJobsFailed", .sum, ["BackupVaultName": backup.vault.vault.backupVaultName])
    alarm("backup-failed", failed, reaches: 1, minutes: 60)
  }

  private func alarm(
    _ id: String, _ metric: Metric, reaches threshold: Int, isLow: Bool = false, minutes: Int = 5, times: Int = 1
  ) -> MetricAlarm {
    MetricAlarm(
      id, of: settings.prefix, when: metric, reaches: threshold, isLow: isLow, minutes: minutes, times: times, notify: topic)
  }

  // MARK: Metrics

  private var topic: SNS.Topic { security.alarms.topic }
  private var tables: [EncryptedTable] { [data.sessions, data.audit] }

  private func api(_ name: String, _ statistic: Metric.Statistic) -> Metric {
    Metric("AWS/ApplicationELB", name, statistic, ["LoadBalancer": compute.balancer.loadBalancer.loadBalancerFullName])
  }

  private func targets(_ name: String, _ statistic: Metric.Statistic) -> Metric {
    let balancer = compute.balancer
    return Metric(
      "AWS/ApplicationELB", name, statistic,
      ["LoadBalancer": balancer.loadBalancer.loadBalancerFullName, "TargetGroup": balancer.targetGroup.targetGroupFullName])
  }

  private func task(_ name: String) -> Metric {
    Metric("AWS/ECS", name, .average, ["ClusterName": compute.cluster.clusterName, "ServiceName": compute.api.service.name])
  }

  private var runningTasks: Metric {
    Metric(
      "ECS/ContainerInsights", "RunningTaskCount", .average,
      ["ClusterName": compute.cluster.clusterName, "ServiceName": compute.api.service.name])
  }

  private func dynamoDB(_ name: String, _ table: EncryptedTable) -> Metric {
    Metric("AWS/DynamoDB", name, .sum, ["TableName": table.tableName])
  }

  private func capacity(of table: EncryptedTable) -> [Metric] {
    ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ThrottledRequests"].map { dynamoDB($0, table) }
  }

  private func firewall(_ name: String) -> Metric {
    Metric("AWS/WAFV2", name, .sum, ["WebACL": "\(settings.prefix)-api", "Region": AWS.region, "Rule": "ALL"])
  }

  // MARK: Rules

  private var rules: [ComplianceRule] {
    [
      ComplianceRule("cloud-trail-encryption-enabled"), ComplianceRule("cloud-trail-log-file-validation-enabled"),
      ComplianceRule("multi-region-cloudtrail-enabled", source: "MULTI_REGION_CLOUD_TRAIL_ENABLED"),
      ComplianceRule("cmk-backing-key-rotation-enabled", remedy: .rotateKey), ComplianceRule("dynamodb-pitr-enabled"),
      ComplianceRule("dynamodb-table-encrypted-kms"), ComplianceRule("cloudwatch-log-group-encrypted"),
      ComplianceRule("s3-bucket-server-side-encryption-enabled", remedy: .encryptBucket), ComplianceRule("s3-bucket-ssl-requests-only"),
      ComplianceRule("s3-bucket-public-read-prohibited"), ComplianceRule("vpc-flow-logs-enabled"),
      ComplianceRule("restricted-ssh", source: "INCOMING_SSH_DISABLED", remedy: .closeSecurityGroup),
    ]
  }

  /// AWS Backup takes no hyphens in the names of its plans for reports and tests.
  private func names(_ purpose: String) -> String { "serenity_\(settings.environment)_\(purpose)" }
}
