import Strata
import StrataModel
import StrataTesting
import Testing

/// What three documents promise of their keys, on each of their environments.
@Suite("Keys of JMS, KMS everywhere and Scrybe")
struct KeyPromiseTests {
  static let environments = [
    "jms-dev", "jms-staging", "jms-prod", "kms-baseline", "scrybe-staging", "scrybe-production",
  ]

  /// Primary and replica keys.
  private func keys(_ environment: String) throws -> [GraphResource] {
    let graph = try EnvironmentGraphs.graph(of: environment)
    return graph.all(KMS.Key.self) + graph.all(KMS.ReplicaKey.self)
  }

  @Test("Each key rotates every year, can be called back for 30 days, and is protected", arguments: environments)
  func rotation(environment: String) throws {
    let keys = try EnvironmentGraphs.graph(of: environment).all(KMS.Key.self)
    #expect(!keys.isEmpty)
    for key in keys {
      #expect(key["EnableKeyRotation"] == true, "\(key.address)")
      #expect(key["RotationPeriodInDays"] == 365, "\(key.address)")
      #expect(key["PendingWindowInDays"] == 30, "\(key.address)")
      #expect(key.lifecycle.isProtected, "\(key.address)")
    }
  }

  @Test("No key lets everybody in, and services only for this account or a named resource", arguments: environments)
  func noWildcard(environment: String) throws {
    for key in try keys(environment) {
      for statement in key.statements("KeyPolicy") where statement.isAllow {
        let id = statement["Sid"] ?? .null
        let principal = statement["Principal"]
        let isForAnyone = principal == "*" || principal?["AWS"] == "*" || principal?["AWS"]?.arrayValue?.contains("*") == true
        #expect(!isForAnyone || statement["Condition"] != nil, "\(key.address) \(id)")
        if statement["Principal"]?["Service"] != nil { #expect(statement["Condition"] != nil, "\(key.address) \(id)") }
      }
    }
  }

  @Test("Each key can be managed by the account, so that nobody is locked out", arguments: environments)
  func noLockout(environment: String) throws {
    for key in try keys(environment) {
      let account = try #require(key.statement("Account", at: "KeyPolicy"))
      #expect(account.principals == ["arn:aws:iam::\(key.placement.account):root"])
      #expect(account.covers("kms:PutKeyPolicy"))
    }
  }

  @Test("Administrators have no cryptography, and no grant with which to get it", arguments: environments)
  func separationOfDuties(environment: String) throws {
    let keys = try keys(environment).filter { $0.statement("Administrators", at: "KeyPolicy") != nil }
    #expect(!keys.isEmpty)
    for key in keys {
      let administrators = try #require(key.statement("Administrators", at: "KeyPolicy")?["Principal"])
      for statement in key.statements("KeyPolicy") where statement.isAllow && statement["Principal"] == administrators {
        for action in cryptography { #expect(!statement.covers(action), "\(key.address) \(action)") }
        if statement.covers("kms:CreateGrant") {
          #expect(statement.condition("BoolIfExists", "kms:GrantIsForAWSResource") == ["true"])
        }
      }
      let never = try #require(key.statement("AdministratorsNeverUse", at: "KeyPolicy"))
      #expect(never.isDeny && never["Principal"] == administrators && never["Condition"] == nil)
      for action in cryptography { #expect(never.covers(action), "\(key.address) \(action)") }
      let grants = try #require(key.statement("AdministratorsNeverGrant", at: "KeyPolicy"))
      #expect(grants.isDeny && grants.covers("kms:CreateGrant") && grants["Principal"] == administrators)
      #expect(grants.condition("BoolIfExists", "kms:GrantIsForAWSResource") == ["false"])
    }
  }

  @Test(
    "Where administrators are named, IAM policies of the account grant the key's administration and not its use", arguments: environments)
  func accountHasNoUse(environment: String) throws {
    for key in try keys(environment) where key.statement("Administrators", at: "KeyPolicy") != nil {
      for statement in key.statements("KeyPolicy")
      where statement.isAllow && statement.principals == ["arn:aws:iam::\(key.placement.account):root"]
        && statement.condition("StringEquals", "kms:ViaService").isEmpty
      {
        for action in cryptography { #expect(!statement.covers(action), "\(key.address) \(action)") }
      }
    }
  }

  @Test("Other accounts are refused, services of AWS are not", arguments: environments)
  func otherAccounts(environment: String) throws {
    for key in try keys(environment) {
      let statement = try #require(key.statement("OtherAccounts", at: "KeyPolicy"))
      #expect(statement.isDeny && statement["Principal"] == "*" && statement.actions == ["kms:*"])
      #expect(statement.condition("StringNotEquals", "aws:PrincipalAccount") == [key.placement.account])
      #expect(statement.condition("Bool", "aws:PrincipalIsAWSService") == ["false"])
    }
  }

  @Test("The trail records every call in every region, proves its files, and leaves out none of KMS", arguments: environments)
  func trail(environment: String) throws {
    let trails = try EnvironmentGraphs.graph(of: environment).all(CloudTrail.Trail.self)
    #expect(trails.count == 1)
    for trail in trails {
      for flag: PropertyPath in ["IsLogging", "IsMultiRegionTrail", "EnableLogFileValidation", "IncludeGlobalServiceEvents"] {
        #expect(trail[flag] == true, "\(flag)")
      }
      #expect(trail.refers(to: KMS.Key.self, at: "KMSKeyId"))
      #expect(trail["EventSelectors[0].ExcludeManagementEventSources"] == nil)
      #expect(trail["EventSelectors[0].ReadWriteType"] == "All")
      #expect(trail["CloudWatchLogsLogGroupArn"] != nil)
    }
  }

  @Test("Evidence is kept for seven years, and nobody can change or shorten that", arguments: environments)
  func evidence(environment: String) throws {
    let graph = try EnvironmentGraphs.graph(of: environment)
    let buckets = graph.all(S3.Bucket.self).filter { $0["ObjectLockEnabled"] == true }
    #expect(buckets.count == 1)
    for bucket in buckets {
      let retention = bucket["ObjectLockConfiguration.Rule.DefaultRetention"]
      #expect(retention?["Mode"] == "COMPLIANCE")
      #expect(retention?["Years"] == 7)
      #expect(bucket["LifecycleConfiguration.Rules[0].ExpirationInDays"] == 2557)
      #expect(bucket["VersioningConfiguration.Status"] == "Enabled")
      #expect(bucket.lifecycle.isProtected)
      #expect(graph.all(CloudTrail.Trail.self).allSatisfy { $0.producer(at: "S3BucketName")?.address == bucket.address })
    }
    for group in graph.all(Logs.LogGroup.self) { #expect(group["RetentionInDays"] == 2557, "\(group.address)") }
  }

  @Test("Every alarm and rule tells a topic that lets it in, under a key that does too", arguments: environments)
  func alarmsArrive(environment: String) throws {
    let graph = try EnvironmentGraphs.graph(of: environment)
    let alarms = graph.all(CloudWatch.Alarm.self)
    #expect(!alarms.isEmpty)
    let senders =
      alarms.map { ("cloudwatch.amazonaws.com", $0, "AlarmActions[0]" as PropertyPath) }
      + graph.all(Events.Rule.self).map { ("events.amazonaws.com", $0, "Targets[0].Arn") }
    for (service, sender, path) in senders {
      let topic = try #require(sender.producer(at: path), "\(sender.address)")
      let policy = try #require(graph.all(SNS.TopicPolicy.self).first { $0.producer(at: "Topics[0]")?.address == topic.address })
      let key = try #require(topic.producer(at: "KmsMasterKeyId"))
      let publishes = policy.statements("PolicyDocument").filter { $0.isAllow && $0.covers("sns:Publish") }
      #expect(publishes.contains { $0["Principal"]?["Service"]?.texts.contains(service) == true }, "\(sender.address)")
      let decrypts = key.statements("KeyPolicy").filter { $0.isAllow && $0.covers("kms:Decrypt") && $0.covers("kms:GenerateDataKey") }
      #expect(decrypts.contains { $0["Principal"]?["Service"]?.texts.contains(service) == true }, "\(sender.address)")
    }
  }

  @Test("Disabled and deleted keys and changed key policies raise an alarm", arguments: environments)
  func keyAlarms(environment: String) throws {
    let graph = try EnvironmentGraphs.graph(of: environment)
    for call in ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"] {
      let filter = try #require(
        graph.all(Logs.MetricFilter.self).first { $0.text("FilterPattern")?.contains("($.eventName = \(call))") == true }, "\(call)")
      let metric = try #require(filter.text("MetricTransformations[0].MetricName"))
      let alarm = try #require(graph.all(CloudWatch.Alarm.self).first { $0.text("MetricName") == metric }, "\(call)")
      #expect(alarm.text("Namespace") == filter.text("MetricTransformations[0].MetricNamespace"))
      #expect(alarm["Threshold"] == 1)
      #expect(alarm["Period"] == 300)
      #expect(alarm["TreatMissingData"] == "notBreaching")
      let group = try #require(filter.producer(at: "LogGroupName"))
      #expect(graph.all(CloudTrail.Trail.self)[0].producer(at: "CloudWatchLogsLogGroupArn")?.address == group.address)
    }
  }

  @Test("No policy grants everything on everything", arguments: environments)
  func leastPrivilege(environment: String) throws {
    for resource in try EnvironmentGraphs.graph(of: environment).resources.map(\.address) {
      let resource = try EnvironmentGraphs.graph(of: environment).resource(resource)
      guard resource.type.hasPrefix("AWS::IAM::") else { continue }
      for statement in resource.allStatements where statement.isAllow && statement.resources == ["*"] {
        #expect(!statement.actions.contains("*"), "\(resource.address)")
        for action in statement.actions {
          #expect(!action.hasSuffix(":*"), "\(resource.address) \(action)")
        }
      }
    }
  }

  @Test("Everything that can bear tags bears those of the environment", arguments: environments)
  func tags(environment: String) throws {
    let graph = try EnvironmentGraphs.graph(of: environment)
    for type in [KMS.Key.typeName, S3.Bucket.typeName, SecretsManager.Secret.typeName, IAM.Role.typeName, SNS.Topic.typeName] {
      for resource in graph.all(ofType: type) {
        for tag in ["Application", "Environment", "Owner", "CostCenter", "ManagedBy", "DataClassification"] {
          #expect(resource.tag(tag) != nil, "\(resource.address) \(tag)")
        }
      }
    }
  }

  @Test("Deploying makes everything, deploying again changes nothing, and destroying leaves nothing", arguments: environments)
  func life(environment name: String) async throws {
    let graph = try EnvironmentGraphs.graph(of: name)
    let environment = TestEnvironment()
    let first = try await environment.deploy(graph)
    #expect(first.failures == [])
    #expect(first.counts.created + first.counts.acted == graph.resources.count)
    let second = try await environment.plan(graph)
    #expect(!second.hasChanges, "\(second.steps.filter { $0.operation != .keep }.map { "\($0.address) \($0.changes)" })")
    let end = try await environment.destroy(name)
    #expect(end.failures == [])
    #expect(environment.cloud.objects.filter { $0.pendingDeletionUntil == nil }.map { "\($0.type) \($0.identifier)" } == [])
  }

  @Test("The graph is the recorded one", arguments: ["jms-staging", "kms-baseline", "scrybe-production"])
  func golden(environment: String) throws {
    let graph = try EnvironmentGraphs.graph(of: environment)
    try expectSnapshot(of: JSONWriter.prettyText(of: graph.document(showsSource: false)), named: "\(environment).json")
  }
}
