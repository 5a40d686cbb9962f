import Strata
import StrataModel
import StrataTesting
import Testing

@testable import ScrybeStacks

@Suite("Scrybe")
struct ScrybeTests {
  private static let environments = ["staging", "production"]

  private func graph(_ environment: String) throws -> ResourceGraph { try EnvironmentGraphs.graph(of: "scrybe-\(environment)") }

  @Test("The key has the document's alias and a short one", arguments: environments)
  func aliases(environment: String) throws {
    let graph = try graph(environment)
    let aliases = graph.all(KMS.Alias.self).filter { $0.placement.region == "us-west-2" }
    #expect(
      Set(aliases.compactMap { $0.text("AliasName") }) == [
        "alias/scrybe-phi-master-key-\(environment)", "alias/scrybe-phi-\(environment)",
      ])
    #expect(aliases.allSatisfy { $0.producer(at: "TargetKeyId")?.address == "encryption/phi/key" })
  }

  @Test("The application's role may do the five things of the document and no more", arguments: environments)
  func application(environment: String) throws {
    let key = try graph(environment).resource("encryption/phi/key")
    let role = "arn:aws:iam::123456789012:role/scrybe-\(environment)-app"
    let statements = key.statements("KeyPolicy").filter { $0.principals.contains(role) }
    #expect(
      statements.map(\.actions) == [["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]])
    #expect(statements.allSatisfy { $0.isAllow })
  }

  @Test("The roles that the key's policy names come before it; an account that has them makes none", arguments: environments)
  func roles(environment: String) throws {
    let graph = try graph(environment)
    let roles = graph.all(inStack: "roles")
    let arns = Set(roles.compactMap { $0.text("RoleName").map { "arn:aws:iam::123456789012:role/\($0)" } })
    let key = try graph.resource("encryption/phi/key")
    let named: Set<String> = Set(key.statements("KeyPolicy").flatMap(\.principals).filter { $0.contains(":role/") })
    #expect(named == arns)
    #expect(Set(key.dependencies.map { $0.address }).isSuperset(of: roles.map { $0.address }))
    var settings = Scrybe.Settings.staging
    settings.makesRoles = false
    let existing = settings
    let given = try synthesize { scrybe(existing) }
    #expect(given.all(inStack: "roles").isEmpty)
    // What is not made here is looked up, so that a plan knows before AWS does that a role is missing.
    #expect(
      given.lookups.map(\.query.summary) == [
        "Arn of AWS::IAM::Role 'scrybe-staging-admin'", "Arn of AWS::IAM::Role 'scrybe-staging-app'",
      ])
  }

  @Test("Administrators may do what the document lists")
  func administrators() throws {
    let key = try graph("production").resource("encryption/phi/key")
    let roles = ["arn:aws:iam::123456789012:role/scrybe-admin", "arn:aws:iam::123456789012:role/security-team"]
    let allowed = key.statements("KeyPolicy").filter { $0.isAllow && $0.principals == roles }
    for action in [
      "kms:CreateAlias", "kms:DescribeKey", "kms:EnableKey", "kms:ListGrants", "kms:PutKeyPolicy", "kms:UpdateAlias", "kms:RevokeGrant",
      "kms:DisableKey", "kms:GetKeyPolicy", "kms:DeleteAlias", "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion",
      "kms:CancelKeyDeletion",
    ] {
      let isAllowed = allowed.contains { $0.covers(action) }
      #expect(isAllowed, "\(action)")
    }
  }

  @Test("The emergency role has full access, and is assumed with multi-factor authentication of the last hour")
  func emergency() throws {
    let graph = try graph("production")
    let key = try graph.resource("encryption/phi/key")
    let statement = try #require(key.statement("Emergency", at: "KeyPolicy"))
    #expect(statement.isAllow && statement.actions == ["kms:*"])
    let role = try graph.resource("encryption/emergency/role")
    #expect(key.producer(at: "KeyPolicy")?.address == role.address)
    #expect(role.text("RoleName") == "scrybe-emergency")
    let trust = try #require(role.statements("AssumeRolePolicyDocument").first)
    #expect(trust.condition("Bool", "aws:MultiFactorAuthPresent") == ["true"])
    #expect(trust.condition("NumericLessThan", "aws:MultiFactorAuthAge") == ["3600"])
    #expect(trust.principals == ["arn:aws:iam::123456789012:root"])
    let pattern = try graph.resource("encryption/security/emergency-access-filter").text("FilterPattern")
    #expect(pattern?.contains(":role/scrybe-emergency") == true)
    #expect(try self.graph("staging").all(inStack: "encryption").allSatisfy { $0.statement("Emergency", at: "KeyPolicy") == nil })
  }

  @Test("Trail and audit logs are encrypted with the same key, which names the trail and does not refer to it", arguments: environments)
  func sameKey(environment: String) throws {
    let graph = try graph(environment)
    let trail = try graph.resource("encryption/trail/trail")
    #expect(trail.producer(at: "KMSKeyId")?.address == "encryption/phi/key")
    let bucket = try graph.resource("encryption/audit-logs/bucket")
    let encryption: PropertyPath = "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault"
    #expect(bucket[encryption]?["SSEAlgorithm"] == "aws:kms")
    #expect(bucket[encryption]?["KMSMasterKeyID"] != nil)
    #expect(bucket.producer(at: encryption)?.address == "encryption/phi/key")
    #expect(bucket["LifecycleConfiguration.Rules[0].Transitions"] == [["StorageClass": "GLACIER", "TransitionInDays": 90]])
    let statement = try #require(try graph.resource("encryption/phi/key").statement("TrailEncrypt", at: "KeyPolicy"))
    #expect(
      statement.condition("StringEquals", "aws:SourceArn") == [
        "arn:aws:cloudtrail:us-west-2:123456789012:trail/scrybe-phi-\(environment)-trail"
      ])
  }

  @Test("In production somebody hears of alarms")
  func subscription() throws {
    let graph = try graph("production")
    let subscription = try graph.resource("encryption/security-team")
    #expect(subscription.producer(at: "TopicArn")?.address == "encryption/alarms/topic")
    #expect(subscription.text("Protocol") == "email")
  }

  @Test("Production's key has a replica in another region, with its alias")
  func replica() throws {
    let replica = try graph("production").resource("encryption/phi/replica-us-east-1")
    #expect(replica.placement.region == "us-east-1")
    #expect(replica.producer(at: "PrimaryKeyArn")?.address == "encryption/phi/key")
    #expect(try graph("production").resource("encryption/phi/key")["MultiRegion"] == true)
    #expect(try graph("staging").all(KMS.ReplicaKey.self).isEmpty)
  }

  @Test("The document's outputs are there, by its names", arguments: environments)
  func outputs(environment: String) throws {
    #expect(
      Set(try graph(environment).outputs.map(\.name)) == [
        "kms_key_id", "kms_key_arn", "kms_key_alias", "cloudtrail_arn", "audit_logs_bucket", "environment_config",
      ])
  }

  @Test("The application's configuration is the document's four lines")
  func environmentConfiguration() async throws {
    let environment = TestEnvironment()
    let result = try await environment.deploy(try graph("production"))
    let outputs = result.snapshot.outputs
    let arn = try #require(outputs["encryption/kms_key_arn"]?.value.stringValue)
    let id = try #require(outputs["encryption/kms_key_id"]?.value.stringValue)
    #expect(arn == "arn:aws:kms:us-west-2:123456789012:key/\(id)")
    let text = try #require(outputs["encryption/environment_config"]?.value.stringValue)
    #expect(
      text.split(separator: "\n") == [
        "AWS_KMS_KEY_ID=\(id)", "AWS_KMS_KEY_ARN=\(arn)", "AWS_KMS_KEY_ALIAS=alias/scrybe-phi-master-key-production",
        "AWS_KMS_REGION=us-west-2",
      ])
  }

  // MARK: Parameters

  /// What the checks say about changed settings of production.
  private func errors(_ change: @escaping @Sendable (inout Scrybe.Settings) -> Void) -> [Diagnostic] {
    diagnostics {
      var settings = Scrybe.Settings.production
      change(&settings)
      return scrybe(settings)
    }.filter { $0.severity == .error && $0.code == "invalid-setting" }
  }

  @Test("Each parameter is checked, and the error stands at the settings")
  func parameters() {
    #expect(errors { _ in } == [])
    let cases: [(message: String, errors: [Diagnostic])] = [
      ("'scrybe-app' is not the ARN of a role", errors { $0.applicationRole = "scrybe-app" }),
      (
        "'arn:aws:iam::12:role/a' is not the ARN of a role",
        errors { $0.administratorRoles = ["arn:aws:iam::123456789012:role/ok", "arn:aws:iam::12:role/a"] }
      ),
      ("nobody administers the key", errors { $0.administratorRoles = [] }),
      ("nobody hears of production's alarms", errors { $0.security = nil }),
      ("'deletionWindowDays' is 6, and KMS takes 7 to 30", errors { $0.deletionWindowDays = 6 }),
      ("'deletionWindowDays' is 31, and KMS takes 7 to 30", errors { $0.deletionWindowDays = 31 }),
      (
        "the application's role administers the key, so that it could not use it",
        errors { $0.administratorRoles = [$0.applicationRole] }
      ),
    ]
    for (message, errors) in cases {
      let error = errors.first { $0.message == message }
      #expect(error != nil, "\(message): \(errors)")
      #expect(error?.location?.fileName == "Scrybe.Settings.swift")
      #expect(error?.remedy != nil)
    }
  }

  @Test("Staging needs nobody to hear of alarms, and the window may be short")
  func staging() throws {
    var settings = Scrybe.Settings.staging
    settings.deletionWindowDays = 7
    let changed = settings
    let graph = try synthesize { scrybe(changed) }
    #expect(try graph.resource("encryption/phi/key")["PendingWindowInDays"] == 7)
  }
}
