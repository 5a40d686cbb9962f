import AWSClient
import StrataModel
import Testing

@testable import AWSProvider

@Suite("Preparing a place for state")
struct StateBootstrapTests {
  private let location = S3StateLocation(bucket: "b", prefix: "p", environment: "e", key: "alias/k", lockTable: "locks")
  private let account = "123456789012"

  private func plan(_ facts: BootstrapFacts, _ location: S3StateLocation? = nil, adopts: Bool = false) -> StateBootstrap {
    StateBootstrap(location ?? self.location, region: "eu-central-1", facts: facts, adopts: adopts)
  }

  private var ready: BootstrapFacts {
    var bucket = BootstrapFacts.BucketFacts(region: "eu-central-1")
    bucket.isVersioned = true
    bucket.encryption = .init(algorithm: "aws:kms", key: "arn:key")
    bucket.blocksPublicAccess = true
    bucket.enforcesOwnership = true
    bucket.policy = BucketPolicy.adding(to: nil, bucket: "b", partition: "aws", requiresTLS: true)
    bucket.lifecycleRules = [["ID": "strata-earlier-versions", "Status": "Enabled"]]
    bucket.tags = ["strata:state": "true"]
    var table = BootstrapFacts.TableFacts()
    table.isProtected = true
    table.isRestorable = true
    table.tags = ["strata:state": "true"]
    return BootstrapFacts(account: account, bucket: .present(bucket), key: .usable(arn: "arn:key"), table: .present(table))
  }

  @Test("From nothing: key, bucket, table, in an order in which each can be made")
  func fromNothing() throws {
    let result = plan(BootstrapFacts(account: account, bucket: .absent, key: .absent, table: .absent))
    #expect(result.problems == [])
    let texts = result.steps.map { $0.text(location) }
    #expect(texts.first == "make the KMS key alias/k, rotated each year")
    #expect(texts[1] == "make the bucket b in eu-central-1")
    #expect(texts.contains { $0.contains("block public access") })
    #expect(texts.contains { $0.contains("keep earlier versions") })
    #expect(texts.suffix(2).first?.contains("make the table locks") == true)
    let create = BootstrapStep.makeBucket(region: "eu-central-1").call(location, key: nil).input
    #expect(create["CreateBucketConfiguration"]?["LocationConstraint"] == "eu-central-1")
    #expect(BootstrapStep.makeBucket(region: "us-east-1").call(location, key: nil).input["CreateBucketConfiguration"] == nil)
  }

  @Test("What is ready has no steps and no problems")
  func nothingLeft() {
    #expect(plan(ready).steps == [])
    #expect(plan(ready).problems == [])
  }

  @Test("Each setting that was changed is put back, and only that")
  func repairs() {
    var facts = ready
    guard case .present(var bucket) = facts.bucket, case .present(var table) = facts.table else { return }
    bucket.isVersioned = false
    table.isProtected = false
    facts.bucket = .present(bucket)
    facts.table = .present(table)
    #expect(plan(facts).steps == [.turnVersioningOn, .protectTable])
    #expect(plan(facts).problems == [])
  }

  @Test("A bucket of another account, in another region, or of others is refused; with a word it is adopted")
  func refusals() {
    var facts = ready
    facts.bucket = .foreign
    #expect(plan(facts).problems.first?.contains("another account") == true)
    var elsewhere = BootstrapFacts.BucketFacts(region: "us-east-1")
    facts.bucket = .present(elsewhere)
    #expect(plan(facts).problems.contains { $0.contains("is in us-east-1") })
    elsewhere.region = "eu-central-1"
    elsewhere.tags = ["team": "x"]
    elsewhere.policy =
      #"{"Version":"2012-10-17","Statement":{"Sid":"Theirs","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}}"#
    facts.bucket = .present(elsewhere)
    #expect(plan(facts).problems.contains { $0.contains("--adopt") && $0.contains("keep earlier versions") })
    let adopted = plan(facts, adopts: true)
    #expect(adopted.problems == [])
    let policy = adopted.steps.compactMap { step in if case .putPolicy(let text) = step { text } else { nil } }.first ?? ""
    for sid in ["Theirs", "StrataRequiresTLS", "StrataKeepsBucket"] { #expect(policy.contains(sid)) }
    #expect(BucketPolicy.adding(to: policy, bucket: "b", partition: "aws", requiresTLS: true) == nil)
    #expect(adopted.steps.contains(.tagBucket(["team": "x", "strata:state": "true"])))
    var wrongOwner = location
    wrongOwner.account = "999999999999"
    #expect(plan(BootstrapFacts(account: account, bucket: .absent, key: .unconfigured), wrongOwner).problems.count == 1)
  }

  @Test("A key that is missing by ARN, disabled or AWS's own is refused; an alias is made")
  func keys() {
    var facts = ready
    facts.key = .unusable(reason: "it is Disabled")
    #expect(plan(facts).problems.first?.contains("Disabled") == true)
    facts.key = .absent
    #expect(plan(facts).steps.first == .makeKey(alias: "alias/k"))
    var named = location
    named.key = "arn:aws:kms:eu-central-1:123456789012:key/1"
    #expect(plan(facts, named).problems.count == 1)
    named.key = "alias/aws/s3"
    #expect(plan(facts, named).problems.count == 1)
  }

  @Test("A table with another key is refused, one of others is adopted with a word")
  func tables() {
    var facts = ready
    var table = BootstrapFacts.TableFacts()
    table.hasLockKey = false
    facts.table = .present(table)
    #expect(plan(facts).problems.first?.contains("LockID") == true)
    table.hasLockKey = true
    facts.table = .present(table)
    #expect(plan(facts).problems.first?.contains("--adopt") == true)
    #expect(plan(facts, adopts: true).problems == [])
  }

  @Test("Every call fits the service's model, and what exists already by now is no failure")
  func calls() async throws {
    let service = StateService()
    service.script("kms:CreateKey", .success(["KeyMetadata": ["KeyId": "1", "Arn": "arn:key"]]))
    service.script("s3:CreateBucket", StateService.failure("BucketAlreadyOwnedByYou", 409))
    service.script("dynamodb:DescribeTable", .success(["Table": ["TableStatus": "ACTIVE"]]))
    let facts = BootstrapFacts(account: account, bucket: .absent, key: .absent, table: .absent)
    let steps =
      plan(facts).steps + [.protectTable, .enforceOwnership, .tagTable(arn: "arn:aws:dynamodb:eu-central-1:123456789012:table/locks")]
    var done = 0
    try await StateBootstrapper(location, region: "eu-central-1", caller: service).perform(steps, facts: facts) { _ in done += 1 }
    #expect(done == steps.count)
    #expect(service.lastInput("kms:CreateAlias")?["TargetKeyId"] == "1")
    let rules = service.lastInput("s3:PutBucketEncryption")?["ServerSideEncryptionConfiguration"]?["Rules"]?.list?.first
    #expect(rules?["ApplyServerSideEncryptionByDefault"]?["KMSMasterKeyID"] == "arn:key")
    service.script("s3:PutPublicAccessBlock", StateService.failure("AccessDenied", 403, kind: .accessDenied))
    await #expect(throws: AWSError.self) {
      try await StateBootstrapper(location, region: "eu-central-1", caller: service).perform([.blockPublicAccess], facts: facts) { _ in }
    }
  }

  @Test("Looking calls nothing that changes anything")
  func observing() async throws {
    let service = StateService()
    service.script("sts:GetCallerIdentity", .success(["Account": "123456789012", "Arn": "arn:aws-cn:iam::123456789012:user/u"]))
    service.script("s3:HeadBucket", StateService.failure("NotFound", 404))
    service.script("kms:DescribeKey", StateService.failure("NotFoundException", 400))
    service.script("dynamodb:DescribeTable", StateService.failure("ResourceNotFoundException", 400))
    let facts = try await StateBootstrapper(location, region: "eu-central-1", caller: service).observe()
    #expect(facts == BootstrapFacts(account: account, partition: "aws-cn", bucket: .absent, key: .absent, table: .absent))
    service.script("s3:HeadBucket", StateService.failure("Forbidden", 403, kind: .accessDenied))
    #expect(try await StateBootstrapper(location, region: "eu-central-1", caller: service).observe().bucket == .foreign)
    #expect(
      service.sent.allSatisfy { call in ["Get", "Head", "Describe"].contains { call.operation.split(separator: ":")[1].hasPrefix($0) } })
  }
}
