import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: monitoring and compliance")
struct MonitoringTests {
  @Test("One trail records all calls in all regions, validated, encrypted and copied to a log group, and nothing is left out")
  func trail() throws {
    let trails = try SerenityGraphs.pilot.all(CloudTrail.Trail.self)
    #expect(trails.count == 1)
    let trail = try #require(trails.first)
    #expect(trail["TrailName"] == "serenity-pilot-trail")
    #expect(
      ["IsMultiRegionTrail", "EnableLogFileValidation", "IncludeGlobalServiceEvents", "IsLogging"].allSatisfy {
        trail[PropertyPath($0)] == true
      })
    #expect(trail["EventSelectors[0].ExcludeManagementEventSources"] == nil)
    #expect(trail.producer(at: "S3BucketName")?.address == "data/audit-logs/bucket")
    #expect(trail.dependencies.map(\.address).contains("data/audit-logs/policy"))
    #expect(trail.refers(to: Logs.LogGroup.self, at: "CloudWatchLogsLogGroupArn"))
  }

  @Test("Every alarm tells the encrypted topic, when it is raised and when it is over")
  func alarms() throws {
    let alarms = try SerenityGraphs.pilot.all(CloudWatch.Alarm.self)
    #expect(alarms.count >= 26)
    for alarm in alarms {
      #expect(alarm.producer(at: "AlarmActions[0]")?.address == "security/alarms/topic", "\(alarm.address)")
      #expect(alarm.producer(at: "OKActions[0]")?.address == "security/alarms/topic", "\(alarm.address)")
    }
    #expect(Set(alarms.compactMap { $0.text("AlarmName") }).count == alarms.count)
  }

  @Test("The topic lets CloudWatch, EventBridge and Budgets of this account publish, and so does its key")
  func topic() throws {
    let graph = try SerenityGraphs.pilot
    let policy = try graph.resource("security/alarms/policy")
    let senders = try #require(policy.statement("Senders", at: "PolicyDocument"))
    #expect(senders["Condition"]?["StringEquals"]?["aws:SourceAccount"] == "123456789012")
    let key = try graph.resource("security/key/key")
    let users = Set(key.statement("Senders", at: "KeyPolicy")?["Principal"]?["Service"]?.texts ?? [])
    #expect(users.isSuperset(of: senders["Principal"]?["Service"]?.texts ?? ["none"]))
  }

  @Test("Each security event has a filter on the trail's log group and an alarm on the filter's metric")
  func securityEvents() throws {
    let graph = try SerenityGraphs.pilot
    let filters = graph.all(Logs.MetricFilter.self).filter { $0.address.path.hasPrefix("monitoring/security/") }
    #expect(filters.count == 10)
    for filter in filters {
      #expect(filter.producer(at: "LogGroupName")?.address == "monitoring/trail/logs/group")
      let metric = try #require(filter.text("MetricTransformations[0].MetricName"))
      let alarm = try graph.resource(ResourceAddress("monitoring/security/\(metric)"))
      #expect(alarm["MetricName"]?.stringValue == metric)
      #expect(alarm["Namespace"] == filter["MetricTransformations[0].MetricNamespace"])
    }
    let patterns = filters.compactMap { $0.text("FilterPattern") }
    #expect(patterns.contains { $0.contains("DisableKey") })
    #expect(patterns.contains { $0.contains("ScheduleKeyDeletion") })
  }

  @Test("Access to health data is counted by role, without a default, which CloudWatch refuses beside dimensions")
  func phiAccess() throws {
    let filter = try SerenityGraphs.pilot.resource("monitoring/phi-access")
    #expect(filter.producer(at: "LogGroupName")?.address == "compute/service/logs/group")
    #expect(filter["MetricTransformations[0].Dimensions"] == [["Key": "role", "Value": "$.role"]])
    #expect(filter["MetricTransformations[0].DefaultValue"] == nil)
  }

  @Test("Threat detection covers S3, Kubernetes, volumes and Fargate, and its findings reach the topic")
  func threatDetection() throws {
    let graph = try SerenityGraphs.pilot
    let detector = try graph.resource("security/threats")
    #expect(detector["Enable"] == true)
    let features = detector["Features"]?.arrayValue ?? []
    #expect(
      features.compactMap { $0["Name"]?.stringValue } == [
        "S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RUNTIME_MONITORING",
      ])
    #expect(features.allSatisfy { $0["Status"] == "ENABLED" })
    let rule = try graph.resource("security/threat-findings")
    #expect(rule.producer(at: "Targets[0].Arn")?.address == "security/alarms/topic")
  }

  @Test("AWS Config records everything before it checks twelve rules, and repairs three of them with exactly the rights it needs")
  func configuration() throws {
    let graph = try SerenityGraphs.pilot
    let recorder = try graph.resource("monitoring/configuration/recorder")
    #expect(recorder["RecordingGroup.AllSupported"] == true)
    let channel = try graph.resource("monitoring/configuration/channel")
    #expect(channel.dependencies.map(\.address).contains(recorder.address))
    let rules = graph.all(Config.ConfigRule.self)
    #expect(rules.count == 12)
    for rule in rules { #expect(rule.dependencies.map(\.address).contains(channel.address), "\(rule.address)") }
    let remedies = graph.all(Config.RemediationConfiguration.self)
    #expect(remedies.count == 3)
    for remedy in remedies {
      #expect(remedy["Automatic"] == true)
      #expect(remedy.dependencies.map(\.address).contains("monitoring/rules/remedies/role"))
    }
    let role = try graph.resource("monitoring/rules/remedies/role")
    #expect(
      Set(role.statements("Policies[0].PolicyDocument").flatMap(\.actions)) == [
        "s3:PutEncryptionConfiguration", "kms:EnableKeyRotation", "kms:GetKeyRotationStatus", "ec2:DescribeSecurityGroups",
        "ec2:RevokeSecurityGroupIngress",
      ])
    let pack = try graph.resource("monitoring/hipaa")
    #expect(
      pack["TemplateSSMDocumentDetails.DocumentName"] == "AWSConformancePacks-OperationalBestPracticesforHIPAASecurity")
  }

  @Test("Both tables are backed up each night for 35 days, into a vault that refuses deletions, and restored each month as a test")
  func backups() throws {
    let graph = try SerenityGraphs.pilot
    let plan = try graph.resource("monitoring/backup/plan")
    let rule = try #require(plan["BackupPlan.BackupPlanRule[0]"])
    #expect(rule["ScheduleExpression"] == "cron(0 5 * * ? *)")
    #expect(rule["Lifecycle"]?["DeleteAfterDays"] == 35)
    let selection = try graph.resource("monitoring/backup/selection")
    #expect(Set(selection.dependencies.map(\.address)).isSuperset(of: ["data/sessions/table", "data/audit/table"]))
    let vault = try graph.resource("monitoring/backup/vault/vault")
    #expect(vault.statements("AccessPolicy").contains { $0["Effect"] == "Deny" && $0.actions.contains("backup:DeleteRecoveryPoint") })
    #expect(vault["LockConfiguration.MinRetentionDays"] == 35)
    // Compliance mode could never be undone.
    #expect(vault["LockConfiguration.ChangeableForDays"] == nil)
    let test = try graph.resource("monitoring/restore-test/plan")
    #expect(test["ScheduleExpression"] == "cron(0 9 1 * ? *)")
  }

  @Test("The dashboard is valid JSON about metrics of this deployment")
  func dashboard() throws {
    let dashboard = try SerenityGraphs.pilot.resource("monitoring/dashboard")
    guard case .expression(let expression)? = dashboard["DashboardBody"] else {
      Issue.record("the body should depend on the load balancer's name")
      return
    }
    #expect(expression.function == .json)
    #expect(expression.arguments[0]["widgets"]?.arrayValue?.count == 6)
  }
}
