public import AWSClient
import StrataModel

/// Looks at a place for state, and prepares it: the shell around ``StateBootstrap``.
public struct StateBootstrapper: Sendable {
  private let location: S3StateLocation
  private let region: String
  private let caller: any StateServiceCaller

  /// Creates a bootstrapper.
  ///
  /// - Parameter region: the bucket's, in which the key and the table are too.
  public init(_ location: S3StateLocation, region: String, caller: any StateServiceCaller) {
    self.location = location
    self.region = region
    self.caller = caller
  }

  // MARK: Looking

  /// Looks; changes nothing.
  public func observe() async throws(AWSError) -> BootstrapFacts {
    let identity = try await call("sts", "GetCallerIdentity", [:])
    guard let account = identity["Account"]?.string else {
      throw AWSError(.malformedResponse, "the answer names no account", service: "sts", operation: "GetCallerIdentity")
    }
    let arn = identity["Arn"]?.string?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    return BootstrapFacts(
      account: account, partition: arn.count > 1 ? String(arn[1]) : "aws", bucket: try await bucket(owner: location.account ?? account),
      key: try await key(), table: try await table())
  }

  private func bucket(owner: String) async throws(AWSError) -> BootstrapFacts.Bucket {
    let head: AWSValue
    do throws(AWSError) {
      head = try await call("s3", "HeadBucket", ["Bucket": .string(location.bucket), "ExpectedBucketOwner": .string(owner)])
    } catch {
      if error.status == 404 { return .absent }
      if error.status == 403, error.kind == .accessDenied { return .foreign }
      throw error
    }
    var facts = BootstrapFacts.BucketFacts()
    if let place = try await find("GetBucketLocation") {
      facts.region = place["LocationConstraint"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? "us-east-1"
    } else {
      facts.region = head["BucketRegion"]?.string ?? region
    }
    facts.isVersioned = try await find("GetBucketVersioning")?["Status"]?.string == "Enabled"
    let rule = try await find("GetBucketEncryption")?["ServerSideEncryptionConfiguration"]?["Rules"]?.list?.first
    if let standard = rule?["ApplyServerSideEncryptionByDefault"], let algorithm = standard["SSEAlgorithm"]?.string {
      facts.encryption = BootstrapFacts.BucketFacts.Encryption(algorithm: algorithm, key: standard["KMSMasterKeyID"]?.string)
    }
    let block = try await find("GetPublicAccessBlock")?["PublicAccessBlockConfiguration"]
    facts.blocksPublicAccess = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].allSatisfy {
      block?[$0]?.bool == true
    }
    let ownership = try await find("GetBucketOwnershipControls")?["OwnershipControls"]?["Rules"]?.list?.first
    facts.enforcesOwnership = ownership?["ObjectOwnership"]?.string == "BucketOwnerEnforced"
    facts.policy = try await find("GetBucketPolicy")?["Policy"]?.string
    facts.lifecycleRules = try await find("GetBucketLifecycleConfiguration")?["Rules"]?.list ?? []
    for tag in try await find("GetBucketTagging")?["TagSet"]?.list ?? [] {
      if let key = tag["Key"]?.string { facts.tags[key] = tag["Value"]?.string ?? "" }
    }
    return .present(facts)
  }

  /// A configuration of the bucket; `nil` when it has none.
  private func find(_ operation: String) async throws(AWSError) -> AWSValue? {
    do throws(AWSError) { return try await call("s3", operation, ["Bucket": .string(location.bucket)]) } catch {
      if error.status == 404 { return nil }
      throw error
    }
  }

  private func key() async throws(AWSError) -> BootstrapFacts.Key {
    guard location.key != nil else { return .unconfigured }
    guard let facts = try await keyMetadata(), let arn = facts["Arn"]?.string else { return .absent }
    if facts["KeyState"]?.string != "Enabled" {
      return .unusable(reason: "it is \(facts["KeyState"]?.string ?? "in an unknown state")")
    }
    if let usage = facts["KeyUsage"]?.string, usage != "ENCRYPT_DECRYPT" { return .unusable(reason: "it is made for something else") }
    return .usable(arn: arn)
  }

  /// The identifier of the configured key, which an alias may name; `nil` when none is configured, or it is not there.
  public func keyIdentifier() async throws(AWSError) -> String? { try await keyMetadata()?["KeyId"]?.string }

  private func keyMetadata() async throws(AWSError) -> AWSValue? {
    guard let key = location.key else { return nil }
    do throws(AWSError) { return try await call("kms", "DescribeKey", ["KeyId": .string(key)])["KeyMetadata"] } catch {
      if error.code == "NotFoundException" { return nil }
      throw error
    }
  }

  private func table() async throws(AWSError) -> BootstrapFacts.Table {
    guard let name = location.lockTable else { return .unconfigured }
    let table: AWSValue
    do throws(AWSError) { table = try await call("dynamodb", "DescribeTable", ["TableName": .string(name)])["Table"] ?? .null } catch {
      if error.code == "ResourceNotFoundException" { return .absent }
      throw error
    }
    var facts = BootstrapFacts.TableFacts()
    facts.hasLockKey =
      table["KeySchema"]?.list == [["AttributeName": "LockID", "KeyType": "HASH"]]
      && table["AttributeDefinitions"]?.list?.contains(["AttributeName": "LockID", "AttributeType": "S"]) == true
    facts.isProtected = table["DeletionProtectionEnabled"]?.bool == true
    facts.arn = table["TableArn"]?.string ?? ""
    let backups = try await call("dynamodb", "DescribeContinuousBackups", ["TableName": .string(name)])["ContinuousBackupsDescription"]
    facts.isRestorable = backups?["PointInTimeRecoveryDescription"]?["PointInTimeRecoveryStatus"]?.string == "ENABLED"
    for tag in try await call("dynamodb", "ListTagsOfResource", ["ResourceArn": .string(facts.arn)])["Tags"]?.list ?? [] {
      if let key = tag["Key"]?.string { facts.tags[key] = tag["Value"]?.string ?? "" }
    }
    return .present(facts)
  }

  // MARK: Preparing

  /// Carries steps out, in their order; each may be repeated.
  public func perform(
    _ steps: [BootstrapStep], facts: BootstrapFacts, progress: (BootstrapStep) -> Void
  ) async throws(AWSError) {
    var key: String?
    if case .usable(let arn) = facts.key { key = arn }
    for step in steps {
      let (service, operation, input) = step.call(location, key: key)
      do throws(AWSError) {
        let output = try await call(service, operation, input)
        if case .makeKey(let alias) = step { key = try await name(output, alias) }
      } catch {
        // Another init at the same time, or the answer to an earlier attempt was lost.
        guard ["BucketAlreadyOwnedByYou", "ResourceInUseException"].contains(error.code) else { throw error }
      }
      if step == .makeTable { try await waitForTable() }
      progress(step)
    }
  }

  private func name(_ output: AWSValue, _ alias: String) async throws(AWSError) -> String? {
    guard let key = output["KeyMetadata"]?["KeyId"]?.string else { return nil }
    _ = try await call("kms", "CreateAlias", ["AliasName": .string(alias), "TargetKeyId": .string(key)])
    _ = try await call("kms", "EnableKeyRotation", ["KeyId": .string(key)])
    return output["KeyMetadata"]?["Arn"]?.string
  }

  private func waitForTable() async throws(AWSError) {
    for _ in 0..<120 {
      let table = try await call("dynamodb", "DescribeTable", ["TableName": .string(location.lockTable ?? "")])["Table"]
      if table?["TableStatus"]?.string == "ACTIVE" { return }
      try? await Task.sleep(for: .milliseconds(500))
    }
  }

  private func call(_ service: String, _ operation: String, _ input: [String: AWSValue]) async throws(AWSError) -> AWSValue {
    try await caller.exchange(service, operation, .structure(input)).output
  }
}
