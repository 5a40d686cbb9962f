import StrataModel

/// Where a type says how its data at rest is encrypted.
///
/// Source: the resource schemas of the types, and the encryption chapters of the services' guides.
struct EncryptionFacts: Sendable {
  /// The path of the key.
  var key: PropertyPath
  /// The path of the switch, where there is one.
  var flag: PropertyPath?
  /// Whether data may not be left unencrypted even where the program says nothing.
  var isFlagRequired = false
  /// Whether the service encrypts all data, with a key of AWS where none is declared.
  var isAlwaysEncrypted = true

  static let byType: [String: EncryptionFacts] = [
    "AWS::Backup::BackupVault": EncryptionFacts(key: "EncryptionKeyArn"),
    "AWS::CloudTrail::Trail": EncryptionFacts(key: "KMSKeyId"),
    "AWS::DynamoDB::Table": EncryptionFacts(key: "SSESpecification.KMSMasterKeyId", flag: "SSESpecification.SSEEnabled"),
    "AWS::EC2::Volume": EncryptionFacts(key: "KmsKeyId", flag: "Encrypted", isFlagRequired: true, isAlwaysEncrypted: false),
    "AWS::ECR::Repository": EncryptionFacts(key: "EncryptionConfiguration.KmsKey"),
    "AWS::EFS::FileSystem": EncryptionFacts(key: "KmsKeyId", flag: "Encrypted", isFlagRequired: true, isAlwaysEncrypted: false),
    "AWS::ElastiCache::ReplicationGroup": EncryptionFacts(
      key: "KmsKeyId", flag: "AtRestEncryptionEnabled", isFlagRequired: true, isAlwaysEncrypted: false),
    "AWS::Lambda::Function": EncryptionFacts(key: "KmsKeyArn"),
    "AWS::Logs::LogGroup": EncryptionFacts(key: "KmsKeyId"),
    "AWS::RDS::DBCluster": EncryptionFacts(key: "KmsKeyId", flag: "StorageEncrypted", isFlagRequired: true, isAlwaysEncrypted: false),
    "AWS::RDS::DBInstance": EncryptionFacts(key: "KmsKeyId", flag: "StorageEncrypted", isFlagRequired: true, isAlwaysEncrypted: false),
    "AWS::S3::Bucket": EncryptionFacts(
      key: "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID"),
    "AWS::SNS::Topic": EncryptionFacts(key: "KmsMasterKeyId", isAlwaysEncrypted: false),
    "AWS::SQS::Queue": EncryptionFacts(key: "KmsMasterKeyId"),
    "AWS::SecretsManager::Secret": EncryptionFacts(key: "KmsKeyId"),
  ]
}
