import StrataModel

/// The properties that take a SecureString parameter by a dynamic reference; CloudFormation refuses it everywhere else.
///
/// Source: CloudFormation User Guide, "Get a secure string value from Systems Manager Parameter Store", the list of resources.
enum SecureStringPlaces {
  private static let paths: Set<String> = [
    "AWS::DirectoryService::MicrosoftAD Password",
    "AWS::DirectoryService::SimpleAD Password",
    "AWS::ElastiCache::ReplicationGroup AuthToken",
    "AWS::IAM::User LoginProfile.Password",
    "AWS::KinesisFirehose::DeliveryStream RedshiftDestinationConfiguration.Password",
    "AWS::RDS::DBCluster MasterUserPassword",
    "AWS::RDS::DBInstance MasterUserPassword",
    "AWS::Redshift::Cluster MasterUserPassword",
  ]

  /// Whether a place takes one.
  static func contains(_ path: PropertyPath, of type: String) -> Bool { paths.contains("\(type) \(path)") }
}
