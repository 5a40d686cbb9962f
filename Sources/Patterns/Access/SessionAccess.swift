public import StrataAWS
public import StrataLanguage

/// Shells on servers without SSH: through Systems Manager's Session Manager, encrypted, logged, and ended when nobody types.
///
/// Creates the account's `AWS::SSM::Document` of session preferences, an encrypted log group for what is typed and shown, and private ways to Systems
/// Manager for servers without internet access. Servers need the policy `AmazonSSMManagedInstanceCore`, as ``ServerGroup`` gives them.
///
/// The document is the only one of its name in an account and region; where somebody set preferences in the console before, adopt it.
@Component
public final class SessionAccess {
  public let id: String
  let logGroup: String
  let key: RegionalKey
  let tier: SubnetTier
  let endpointGroup: EC2.SecurityGroup
  var idleMinutes = 15

  public lazy var logs = EncryptedLogGroup("logs", name: logGroup, key: key)

  public lazy var preferences = SSM.DocumentShape(
    "preferences",
    content: [
      "schemaVersion": "1.0", "description": "Encrypted and logged sessions", "sessionType": "Standard_Stream",
      "inputs": [
        "kmsKeyId": "\(key.keyId)", "cloudWatchLogGroupName": "\(logs.groupName)", "cloudWatchEncryptionEnabled": true,
        "cloudWatchStreamingEnabled": true, "s3BucketName": "", "s3KeyPrefix": "", "s3EncryptionEnabled": true,
        "idleSessionTimeout": "\(idleMinutes)", "runAsEnabled": false, "runAsDefaultUser": "",
      ],
    ], documentFormat: .json, documentType: .session, name: "SSM-SessionManagerRunShell", updateMethod: .newVersion)

  public var body: some Infrastructure {
    ServiceEndpoints(services: ["ssm", "ssmmessages", "ec2messages"], tier: tier, group: endpointGroup)
  }

  /// What a server's role needs to encrypt and log sessions.
  @PolicyBuilder public var permissions: [Statement] {
    Allow("kms:Decrypt", on: key.arn)
    Allow("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", on: logs.arn)
    Allow("logs:DescribeLogGroups", on: "*")
  }
}
