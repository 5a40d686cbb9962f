import StrataModel

/// A property in which a service takes a key of the customer's.
private struct KeyProperty {
  let type: String
  let path: [String]
  let what: String

  /// Whether a resource holds anything that the property would protect.
  var applies: @Sendable (ResourceNode) -> Bool = { _ in true }

  static let all: [KeyProperty] = [
    KeyProperty(type: "AWS::Lambda::Function", path: ["KmsKeyArn"], what: "the function's environment") {
      $0.properties.value(at: "Environment", "Variables")?.objectValue?.isEmpty == false
    },
    KeyProperty(type: "AWS::SecretsManager::Secret", path: ["KmsKeyId"], what: "the secret"),
    KeyProperty(type: "AWS::SNS::Topic", path: ["KmsMasterKeyId"], what: "the topic"),
    KeyProperty(type: "AWS::SQS::Queue", path: ["KmsMasterKeyId"], what: "the queue"),
    KeyProperty(type: "AWS::ECR::Repository", path: ["EncryptionConfiguration", "KmsKey"], what: "the repository"),
    KeyProperty(type: "AWS::DynamoDB::Table", path: ["SSESpecification", "KMSMasterKeyId"], what: "the table"),
    KeyProperty(type: "AWS::ElastiCache::ReplicationGroup", path: ["KmsKeyId"], what: "the cache"),
    KeyProperty(type: "AWS::Backup::BackupVault", path: ["EncryptionKeyArn"], what: "the vault"),
    KeyProperty(type: "AWS::EFS::FileSystem", path: ["KmsKeyId"], what: "the file system"),
    KeyProperty(type: "AWS::Kinesis::Stream", path: ["StreamEncryption", "KeyId"], what: "the stream"),
  ]
}

extension PolicyRule {
  static let serviceEncryption = PolicyRule(
    "R10", "service-cmk",
    title: "Secrets, topics, queues, tables, caches, images, functions and backups are encrypted with a key of one's own",
    why: "a key that AWS manages cannot be withdrawn from anybody in the account",
    remedy: "name a KMS.Key in the property",
    controls: [.hipaa("164.312(a)(2)(iv)"), .pciDSS("3.5")]
  ) { context, assessment in
    for property in KeyProperty.all {
      for node in context.all(ofType: property.type) where property.applies(node) {
        var value: PropertyValue? = .object(node.properties)
        for key in property.path { value = value?[key] }
        assessment.require(
          context.isCustomerKey(value), of: node, at: PropertyPath(property.path.map { .key($0) }),
          "\(property.what) is not encrypted with a key of your own")
      }
    }
    for table in context.all("AWS::DynamoDB::GlobalTable") {
      for (index, replica) in (table.properties["Replicas"]?.elements ?? []).enumerated() {
        assessment.require(
          context.isCustomerKey(replica.value(at: "SSESpecification", "KMSMasterKeyId")), of: table,
          at: PropertyPath("Replicas").appending(index: index), "a replica of the table is not encrypted with a key of your own")
      }
    }
  }
}
