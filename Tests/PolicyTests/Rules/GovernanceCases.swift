extension RuleCase {
  private static let common = """
    {"Key": "Application", "Value": "a"}, {"Key": "Environment", "Value": "e"}, {"Key": "Owner", "Value": "o"}, {"Key": "CostCenter", "Value": "c"}, {"Key": "ManagedBy", "Value": "strata"}
    """

  private static func action(_ operation: String, _ input: String) -> String {
    let parts = operation.split(separator: ":")
    return "setting Strata::Action {\"Run\": {\"Service\": \"\(parts[0])\", \"Operation\": \"\(parts[1])\", \"Input\": \(input)}}"
  }

  static let governance: [RuleCase] = [
    RuleCase(
      "R40", "tagged things",
      """
      topic AWS::SNS::Topic {"Tags": [\(common)]}
      data AWS::S3::Bucket {"Tags": [\(common), {"Key": "DataClassification", "Value": "phi"}, {"Key": "Purpose", "Value": "care"}, {"Key": "RetentionDays", "Value": "30"}], "LifecycleConfiguration": {"Rules": [{"Status": "Enabled", "ExpirationInDays": 30}]}}
      route AWS::EC2::Route {}
      """),
    RuleCase(
      "R40", "things without an owner, and a tag that promises too much",
      """
      topic AWS::SNS::Topic {"Tags": [{"Key": "Application", "Value": "a"}]}
      table AWS::DynamoDB::Table {"Tags": [\(common)]}
      group AWS::Logs::LogGroup {"Tags": [\(common), {"Key": "RetentionDays", "Value": "2557"}], "RetentionInDays": 400}
      """,
      finds: [
        "topic Tags: the tags Environment, Owner, CostCenter, ManagedBy are missing",
        "table Tags: the tags DataClassification, Purpose, RetentionDays are missing",
        "group RetentionInDays: the tag RetentionDays promises 2557 days, but the data is kept for 400",
      ]),

    RuleCase(
      "F01", "a policy for passwords",
      action("iam:UpdateAccountPasswordPolicy", #"{"MinimumPasswordLength": 14, "PasswordReusePrevention": 24}"#)),
    RuleCase(
      "F01", "a weak one", action("iam:UpdateAccountPasswordPolicy", #"{"MinimumPasswordLength": 8}"#),
      finds: ["account:111122223333: account 111122223333 has no policy for passwords of 14 characters, 24 of which are not used again"]),

    RuleCase("F02", "encrypted volumes", action("ec2:EnableEbsEncryptionByDefault", "{}")),
    RuleCase(
      "F02", "no word of volumes", "topic AWS::SNS::Topic {}",
      finds: ["account:111122223333: account 111122223333 does not encrypt new volumes by default"]),

    RuleCase(
      "F03", "no public buckets",
      action(
        "s3control:PutPublicAccessBlock",
        #"{"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true}}"#
      )),
    RuleCase(
      "F03", "some public buckets",
      action("s3control:PutPublicAccessBlock", #"{"PublicAccessBlockConfiguration": {"BlockPublicAcls": true}}"#),
      finds: ["account:111122223333: account 111122223333 lets buckets become public"]),

    RuleCase("F04", "an analyzer", #"analyzer AWS::AccessAnalyzer::Analyzer {"Type": "ACCOUNT"}"#),
    RuleCase(
      "F04", "an analyzer of one account of two",
      #"""
      analyzer AWS::AccessAnalyzer::Analyzer {"Type": "ACCOUNT"}
      topic#444455556666/us-east-1 AWS::SNS::Topic {}
      """#, finds: ["account:444455556666: no analyzer looks at account 444455556666"]),

    RuleCase("F05", "a user by group", #"user AWS::IAM::User {"Groups": ["readers"]}"#),
    RuleCase(
      "F05", "a user with rights and a key",
      #"""
      user AWS::IAM::User {"ManagedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}
      key AWS::IAM::AccessKey {"UserName": "@user.UserName"}
      """#, finds: ["user ManagedPolicyArns: the user has rights of its own", "key: the access key never expires"]),
  ]
}
