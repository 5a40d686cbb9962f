extension RuleCase {
  static let storage: [RuleCase] = [
    RuleCase(
      "R12", "a private bucket",
      #"""
      data AWS::S3::Bucket {"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true,
       "RestrictPublicBuckets": true}, "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}}
      """#),
    RuleCase(
      "R12", "buckets that could become public",
      #"""
      open AWS::S3::Bucket {"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": false, "IgnorePublicAcls": true,
       "RestrictPublicBuckets": true}}
      shared AWS::S3::Bucket {"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true,
       "RestrictPublicBuckets": true}, "OwnershipControls": {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}}
      """#,
      finds: [
        "open PublicAccessBlockConfiguration: the bucket could become public: BlockPublicPolicy is not set",
        "shared OwnershipControls: access lists of single objects are in force in the bucket",
      ]),

    RuleCase("R13", "a bucket with versions", #"data AWS::S3::Bucket {"VersioningConfiguration": {"Status": "Enabled"}}"#),
    RuleCase(
      "R13", "buckets without",
      #"""
      never AWS::S3::Bucket {}
      stopped AWS::S3::Bucket {"VersioningConfiguration": {"Status": "Suspended"}}
      """#,
      finds: [
        "never VersioningConfiguration: the bucket keeps no versions", "stopped VersioningConfiguration: the bucket keeps no versions",
      ]),

    RuleCase(
      "R14", "a bucket that wants TLS 1.2",
      #"""
      data AWS::S3::Bucket {}
      policy AWS::S3::BucketPolicy {"Bucket": "@data.BucketName", "PolicyDocument": {"Statement": [
       {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
       {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"NumericLessThan": {"s3:TlsVersion": 1.2}}}]}}
      """#),
    RuleCase(
      "R14", "a bucket that takes everything, and one that takes old TLS",
      #"""
      bare AWS::S3::Bucket {}
      old AWS::S3::Bucket {}
      policy AWS::S3::BucketPolicy {"Bucket": "@old.BucketName", "PolicyDocument": {"Statement": [
       {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": false}}}]}}
      """#,
      finds: [
        "bare: nothing refuses plain HTTP to the bucket", "bare: nothing refuses TLS before 1.2 to the bucket",
        "old: nothing refuses TLS before 1.2 to the bucket",
      ]),
  ]
}
