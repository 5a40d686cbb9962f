import Strata
import StrataModel
import StrataTesting
import Testing

@testable import FinancialStacks

@Suite("Financial: security services and the log archive")
struct FinancialSecurityServiceTests {
  private let accounts = Financial.Accounts.examples

  @Test("Every account has a detector, a recorder with its channel, Security Hub and an access analyzer")
  func baselines() throws {
    let graph = try FinancialGraphs.core
    for account in accounts.all {
      let counts = Dictionary(grouping: graph.all(in: account), by: \.type).mapValues(\.count)
      for type in ["AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel", "AWS::SecurityHub::Hub"] {
        #expect(counts[type] == 1, "\(account) \(type)")
      }
      // One for each region in which something runs.
      let regions = graph.all(GuardDuty.Detector.self).map(\.placement).filter { $0.account == account.id }.map(\.region)
      #expect(regions.sorted() == (account.id == accounts.production.id ? ["us-east-1", "us-west-2"] : ["us-east-1"]), "\(account)")
      #expect(counts["AWS::AccessAnalyzer::Analyzer", default: 0] >= 1, "\(account)")
    }
    for detector in graph.all(GuardDuty.Detector.self) {
      #expect(detector["Enable"] == true)
      let features = detector["Features"]?.arrayValue?.compactMap { $0["Name"]?.stringValue } ?? []
      #expect(Set(features).isSuperset(of: ["S3_DATA_EVENTS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "RUNTIME_MONITORING"]))
    }
    #expect(Set(graph.all(Macie.Session.self).map(\.placement.account)) == Set((accounts.workloads + [accounts.logArchive]).map(\.id)))
  }

  @Test("The security account is Security Hub's administrator, judges by PCI-DSS and best practices, and gathers all regions")
  func securityHub() throws {
    let graph = try FinancialGraphs.core
    let delegation = try graph.resource("security-services/delegation")
    #expect(delegation.placement.account == accounts.management.id)
    #expect(delegation["AdminAccountId"] == .string(accounts.security.id))
    let standards = graph.all(SecurityHub.Standard.self)
    #expect(standards.allSatisfy { $0.placement.account == accounts.security.id })
    let names = standards.compactMap { $0.text("StandardsArn") }
    #expect(names.contains { $0.contains("pci-dss") } && names.contains { $0.contains("aws-foundational-security-best-practices") })
    #expect(try graph.resource("security-services/enrollment")["AutoEnable"] == true)
    #expect(try graph.resource("security-services/regions")["Regions"] == ["us-west-2"])
    let membership = try #require(graph["security-services/finding-members"])
    let members = try #require(ActionSpecification(document: membership.properties))
    #expect(members.run.name == "securityhub:CreateMembers")
    let enrolled = Set(members.run.input["AccountDetails"]?.arrayValue?.compactMap { $0["AccountId"]?.stringValue } ?? [])
    #expect(enrolled == Set(accounts.all.map(\.id)).subtracting([accounts.security.id]))
  }

  @Test("The security account sees the configurations, findings and access of the whole organization")
  func organizationWide() throws {
    let graph = try FinancialGraphs.core
    let aggregator = try graph.resource("security-services/configurations")
    #expect(aggregator.placement.account == accounts.security.id)
    #expect(aggregator["OrganizationAggregationSource.AllAwsRegions"] == true)
    #expect(
      Set(graph.all(AccessAnalyzer.Analyzer.self).compactMap { $0.text("Type") }) == [
        "ACCOUNT", "ORGANIZATION", "ORGANIZATION_UNUSED_ACCESS",
      ])
    let members = graph.all(GuardDuty.Member.self)
    #expect(
      Set(members.compactMap { $0.text("MemberId") })
        == Set(([accounts.logArchive, accounts.sharedServices] + accounts.workloads).map(\.id)))
    for member in members { #expect(member.producer(at: "DetectorId")?.address == "baseline-security/threats") }
    let action = try #require(graph["security-services/threat-detection-enrollment"])
    let enrollment = try #require(ActionSpecification(document: action.properties))
    #expect(enrollment.run.name == "guardduty:UpdateOrganizationConfiguration")
    #expect(enrollment.run.input["AutoEnableOrganizationMembers"] == "ALL")
  }

  @Test("High and critical findings reach a topic that lets EventBridge in")
  func findings() throws {
    let rule = try FinancialGraphs.core.resource("security-services/findings-alerts/rule")
    #expect(rule["EventPattern.source"] == ["aws.securityhub"])
    #expect(rule["EventPattern.detail.findings.Severity.Label"] == ["HIGH", "CRITICAL"])
    #expect(rule.producer(at: "Targets[0].Arn")?.address == "baseline-security/alarms/topic")
  }

  @Test("One trail records the organization, from the management account into the archive, encrypted and validated")
  func trail() throws {
    let graph = try FinancialGraphs.core
    let trails = graph.all(CloudTrail.Trail.self)
    #expect(trails.count == 1)
    let trail = try #require(trails.first)
    #expect(trail.placement.account == accounts.management.id)
    #expect(
      ["IsOrganizationTrail", "IsMultiRegionTrail", "EnableLogFileValidation", "IncludeGlobalServiceEvents", "IsLogging"].allSatisfy {
        trail[PropertyPath($0)] == true
      })
    let bucket = try #require(trail.producer(at: "S3BucketName"))
    #expect(bucket.address == "log-archive/audit/bucket" && bucket.placement.account == accounts.logArchive.id)
    #expect(trail.producer(at: "KMSKeyId")?.address == "log-archive/key/key")
    #expect(trail.dependencies.map(\.address).contains("log-archive/audit/policy"))
    #expect(trail.producer(at: "CloudWatchLogsLogGroupArn")?.placement.account == accounts.management.id)
  }

  @Test("Nobody can change or delete the archive's objects for seven years, and only this organization's trail writes there")
  func archive() throws {
    let graph = try FinancialGraphs.core
    let bucket = try graph.resource("log-archive/audit/bucket")
    #expect(bucket["ObjectLockEnabled"] == true)
    #expect(bucket["ObjectLockConfiguration.Rule.DefaultRetention"] == ["Mode": "COMPLIANCE", "Years": 7])
    let policy = try graph.resource("log-archive/audit/policy")
    let write = try #require(policy.statement("TrailWrite", at: "PolicyDocument"))
    #expect(write["Condition"]?["StringEquals"]?["aws:SourceOrgID"] == .reference(Reference("organization/organization", "Id")))
    #expect(
      write["Condition"]?["StringEquals"]?["aws:SourceArn"]
        == "arn:aws:cloudtrail:us-east-1:123456789012:trail/financial-organization")
    for statement in policy.statements("PolicyDocument") where statement["Effect"] == "Allow" {
      #expect(statement["Condition"] != nil, "\(statement["Sid"] ?? .null)")
    }
    let key = try graph.resource("log-archive/key/key")
    #expect(key.dependencies.isEmpty)
    let context = key.statement("TrailEncrypt", at: "KeyPolicy")?["Condition"]?["StringLike"]?["kms:EncryptionContext:aws:cloudtrail:arn"]
    #expect(context == "arn:aws:cloudtrail:*:123456789012:trail/*")
  }

  @Test("Flow logs of every network, recordings of every account and access logs of every load balancer end in the archive")
  func evidence() throws {
    let graph = try FinancialGraphs.core
    for log in graph.all(EC2.FlowLog.self) where log["LogDestinationType"] == "s3" {
      #expect(log.producer(at: "LogDestination")?.address == "log-archive/audit/bucket", "\(log.address)")
      #expect(log.dependencies.map(\.address).contains("log-archive/audit/policy"))
    }
    for channel in graph.all(Config.DeliveryChannel.self) {
      #expect(channel.producer(at: "S3BucketName")?.address == "log-archive/configurations/bucket", "\(channel.address)")
    }
    for balancer in graph.all(ElasticLoadBalancingV2.LoadBalancer.self) {
      let logged = balancer["LoadBalancerAttributes"]?.arrayValue?.first { $0["Key"] == "access_logs.s3.bucket" }?["Value"]
      guard case .reference(let reference)? = logged else {
        Issue.record("\(balancer.address) is not logged")
        continue
      }
      let bucket = try graph.resource(reference.address)
      #expect(bucket.placement.account == accounts.logArchive.id && bucket.placement.region == balancer.placement.region)
    }
  }

  @Test("The benchmark's events raise alarms on the organization's trail")
  func securityAlarms() throws {
    let graph = try FinancialGraphs.core
    let filters = graph.all(Logs.MetricFilter.self).filter { $0.address.stack == "audit" }
    #expect(filters.count >= 9)
    for filter in filters { #expect(filter.producer(at: "LogGroupName")?.address == "audit/trail/logs/group") }
    let alarms = graph.all(CloudWatch.Alarm.self).filter { $0.address.stack == "audit" }
    #expect(alarms.count == filters.count)
    for alarm in graph.all(CloudWatch.Alarm.self) {
      let topic = try #require(alarm.producer(at: "AlarmActions[0]"), "\(alarm.address)")
      #expect(topic.placement.account == alarm.placement.account && topic.placement.region == alarm.placement.region)
    }
  }
}
