public import StrataAWS
public import StrataLanguage

/// The record of every resource's configuration, kept in a bucket, with a snapshot each day.
///
/// Creates a `Config.ConfigurationRecorder` of all types, its role, and the `Config.DeliveryChannel`. An account has one recorder in a
/// region: where one exists, adopt it. The bucket must be without a default Object Lock retention, which AWS Config does not support (AWS
/// Config Developer Guide, "Managing the Delivery Channel").
@Component
public final class ConfigurationRecorder {
  public let id: String
  let name: String
  let bucket: EncryptedBucket
  let key: KMS.Key
  let topic: SNS.Topic

  public lazy var role = ServiceRole("role", for: "config", managedPolicies: ["service-role/AWS_ConfigRole"]) {
    Allow("s3:PutObject", on: "\(bucket.arn)/AWSLogs/\(AWS.accountId)/Config/*").when(
      .equals("s3:x-amz-acl", "bucket-owner-full-control"))
    Allow("s3:GetBucketAcl", on: bucket.arn)
    Allow("kms:Decrypt", "kms:GenerateDataKey*", on: key.arn)
    Allow("sns:Publish", on: topic.topicArn)
  }

  public lazy var recorder = Config.ConfigurationRecorder(
    "recorder", roleArn: role, name: name, recordingGroup: .init(allSupported: true, includeGlobalResourceTypes: true))

  public lazy var channel = Config.DeliveryChannel(
    "channel", s3BucketName: bucket, configSnapshotDeliveryProperties: .init(deliveryFrequency: "TwentyFour_Hours"), name: name,
    s3KmsKeyArn: key, snsTopicArn: topic
  ).after(recorder)
}
