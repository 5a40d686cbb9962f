extension RuleCase {
  private static let root =
    #"{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}"#
  private static let denial =
    #"{"Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}, "Bool": {"aws:PrincipalIsAWSService": "false"}}}"#

  private static func key(_ statements: String...) -> String {
    "key AWS::KMS::Key {\"KeyPolicy\": {\"Statement\": [\(statements.joined(separator: ", "))]}}"
  }

  private static func service(_ name: String) -> String {
    "{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"\(name)\"}, \"Action\": [\"kms:GenerateDataKey*\", \"kms:Decrypt\"], \"Resource\": \"*\"}"
  }

  private static let administration =
    #"{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/admin"}, "Action": "kms:Put*", "Resource": "*"}"#

  static let encryption: [RuleCase] = [
    RuleCase("R01", "a key that rotates yearly", #"key AWS::KMS::Key {"EnableKeyRotation": true, "RotationPeriodInDays": 365}"#),
    RuleCase(
      "R01", "keys that KMS cannot rotate",
      #"""
      sign AWS::KMS::Key {"KeySpec": "RSA_2048"}
      key AWS::KMS::Key {"EnableKeyRotation": true}
      """#),
    RuleCase(
      "R01", "a key that does not rotate, or too seldom",
      #"""
      never AWS::KMS::Key {}
      seldom AWS::KMS::Key {"EnableKeyRotation": true, "RotationPeriodInDays": 730}
      """#,
      finds: [
        "never EnableKeyRotation: the key does not rotate",
        "seldom RotationPeriodInDays: the key rotates every 730 days, which is not at least yearly",
      ]),

    RuleCase("R02", "production's key", in: "production", #"key! AWS::KMS::Key {"PendingWindowInDays": 30}"#),
    RuleCase("R02", "a pilot's key", #"key AWS::KMS::Key {"PendingWindowInDays": 7}"#),
    RuleCase(
      "R02", "production's key, gone within a week", in: "production", #"key AWS::KMS::Key {"PendingWindowInDays": 7}"#,
      finds: [
        "key PendingWindowInDays: a deleted key can be called back for 7 days only",
        "key: the key of production is deleted when its declaration leaves the program",
      ]),

    RuleCase("R03", "a key for the account", key(root)),
    RuleCase(
      "R03", "a key for everybody of the organization",
      key(
        root,
        #"{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}"#
      )),
    RuleCase(
      "R03", "a key for everybody", key(root, #"{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Decrypt", "Resource": "*"}"#),
      finds: ["key KeyPolicy.Statement[1]: the key's policy lets everybody in"]),
    RuleCase(
      "R03", "a key that only its role can manage", key(administration),
      finds: [
        "key KeyPolicy: the key's policy has no statement for the account itself, without which a lost role makes the key unmanageable"
      ]),
    RuleCase(
      "R03", "a key with everything twice", key(root, root),
      finds: ["key KeyPolicy: the key's policy gives the account everything in more than one statement"]),

    RuleCase("R04", "a key that shuts others out", key(root, denial)),
    RuleCase(
      "R04", "a key that lets a foreign account in",
      key(
        root,
        #"{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:role/guest"}, "Action": "kms:Decrypt", "Resource": "*"}"#),
      finds: [
        "key KeyPolicy: the key's policy does not deny principals of other accounts",
        "key KeyPolicy.Statement[1]: the key's policy lets the foreign account 999999999999 in",
      ]),

    RuleCase(
      "R05", "an administrator who never uses the key",
      key(
        root, administration,
        #"{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/admin"}, "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"], "Resource": "*"}"#
      )),
    RuleCase(
      "R05", "an administrator who may use the key",
      key(
        root, administration,
        #"{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/admin"}, "Action": ["kms:Decrypt", "kms:CreateGrant"], "Resource": "*"}"#
      ),
      finds: [
        "key KeyPolicy.Statement[2]: 'arn:aws:iam::111122223333:role/admin' administers the key and may use it too",
        "key KeyPolicy: 'arn:aws:iam::111122223333:role/admin' administers the key, and nothing denies it the use of the key that an IAM policy could grant",
        "key KeyPolicy.Statement[2]: 'arn:aws:iam::111122223333:role/admin' may give grants for the key to anybody, itself included",
      ]),

    RuleCase(
      "R06", "an emergency role with a second factor",
      #"""
      role AWS::IAM::Role {"RoleName": "emergency", "AssumeRolePolicyDocument": {"Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
       "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}}}
      key AWS::KMS::Key {"KeyPolicy": {"Statement": {"Effect": "Allow", "Principal": {"AWS": "@role.Arn"}, "Action": "kms:*", "Resource": "*"}}}
      """#),
    RuleCase(
      "R06", "an emergency role without one",
      #"""
      role AWS::IAM::Role {"RoleName": "break-glass", "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow",
       "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}]}}
      key AWS::KMS::Key {"KeyPolicy": {"Statement": {"Effect": "Allow", "Principal": {"AWS": "@role.Arn"}, "Action": "kms:*", "Resource": "*"}}}
      """#,
      finds: [
        "key KeyPolicy.Statement[0]: 'role.Arn' may do everything with the key, without a second factor",
        "role AssumeRolePolicyDocument.Statement[0]: the emergency role can be taken on without a second factor",
      ]),

    RuleCase(
      "R07", "a database under a key, with a replica that inherits it",
      #"""
      key AWS::KMS::Key {}
      db AWS::RDS::DBInstance {"StorageEncrypted": true, "KmsKeyId": "@key.Arn"}
      replica AWS::RDS::DBInstance {"SourceDBInstanceIdentifier": "@db.DBInstanceIdentifier"}
      """#),
    RuleCase(
      "R07", "a database without a key, and a replica in another region without one",
      #"""
      db AWS::RDS::DBInstance {"StorageEncrypted": false}
      replica#us-west-2 AWS::RDS::DBInstance {"SourceDBInstanceIdentifier": "@db.DBInstanceArn"}
      """#,
      finds: [
        "db StorageEncrypted: the database is not encrypted", "db KmsKeyId: the database is not encrypted with a key of your own",
        "replica StorageEncrypted: the database is not encrypted", "replica KmsKeyId: the database is not encrypted with a key of your own",
      ]),

    RuleCase(
      "R08", "a bucket under a key, and one for a load balancer's logs",
      #"""
      key AWS::KMS::Key {}
      data AWS::S3::Bucket {"BucketEncryption": {"ServerSideEncryptionConfiguration": [{"BucketKeyEnabled": true,
       "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "@key.Arn"}}]}}
      logs AWS::S3::Bucket {"BucketEncryption": {"ServerSideEncryptionConfiguration": [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]}}
      balancer AWS::ElasticLoadBalancingV2::LoadBalancer {"LoadBalancerAttributes": [{"Key": "access_logs.s3.bucket", "Value": "@logs.BucketName"}]}
      """#),
    RuleCase(
      "R08", "buckets under S3's key, under AWS's key, and without a bucket key",
      #"""
      key AWS::KMS::Key {}
      plain AWS::S3::Bucket {}
      aws AWS::S3::Bucket {"BucketEncryption": {"ServerSideEncryptionConfiguration": [{"BucketKeyEnabled": true,
       "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/aws/s3"}}]}}
      dear AWS::S3::Bucket {"BucketEncryption": {"ServerSideEncryptionConfiguration": [
       {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "@key.Arn"}}]}}
      """#,
      finds: [
        "plain BucketEncryption: the bucket is not encrypted with a key of your own",
        "aws BucketEncryption.ServerSideEncryptionConfiguration[0]: the bucket is not encrypted with a key of your own",
        "dear BucketEncryption.ServerSideEncryptionConfiguration[0]: the bucket asks KMS for a key with every object",
      ]),

    RuleCase(
      "R09", "a log group under a key that lets the logs of its region in",
      key(root, service("logs.us-east-1.amazonaws.com")) + "\n" + #"group AWS::Logs::LogGroup {"KmsKeyId": "@key.Arn"}"#),
    RuleCase(
      "R09", "log groups without a key, and under one that refuses",
      key(root) + "\n"
        + #"""
        bare AWS::Logs::LogGroup {}
        refused AWS::Logs::LogGroup {"KmsKeyId": "@key.Arn"}
        """#,
      finds: [
        "bare KmsKeyId: the log group is not encrypted with a key of your own",
        "refused KmsKeyId: the policy of 'key' does not let CloudWatch Logs of us-east-1 in, so the log group cannot be made",
      ]),

    RuleCase(
      "R10", "everything under a key",
      #"""
      key AWS::KMS::Key {}
      alias AWS::KMS::Alias {"TargetKeyId": "@key.KeyId"}
      topic AWS::SNS::Topic {"KmsMasterKeyId": "@alias.AliasName"}
      secret AWS::SecretsManager::Secret {"KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/elsewhere"}
      function AWS::Lambda::Function {}
      """#),
    RuleCase(
      "R10", "things under AWS's keys",
      #"""
      topic AWS::SNS::Topic {"KmsMasterKeyId": "alias/aws/sns"}
      queue AWS::SQS::Queue {"SqsManagedSseEnabled": true}
      images AWS::ECR::Repository {"EncryptionConfiguration": {"EncryptionType": "KMS"}}
      function AWS::Lambda::Function {"Environment": {"Variables": {"TABLE": "requests"}}}
      table AWS::DynamoDB::GlobalTable {"Replicas": [{"Region": "us-east-1"}]}
      """#,
      finds: [
        "function KmsKeyArn: the function's environment is not encrypted with a key of your own",
        "topic KmsMasterKeyId: the topic is not encrypted with a key of your own",
        "queue KmsMasterKeyId: the queue is not encrypted with a key of your own",
        "images EncryptionConfiguration.KmsKey: the repository is not encrypted with a key of your own",
        "table Replicas[0]: a replica of the table is not encrypted with a key of your own",
      ]),

    RuleCase(
      "R11", "a key that lets trail and alarms in",
      key(root, service("cloudtrail.amazonaws.com"), service("cloudwatch.amazonaws.com")) + "\n"
        + #"""
        trail AWS::CloudTrail::Trail {"KMSKeyId": "@key.Arn"}
        topic AWS::SNS::Topic {"KmsMasterKeyId": "@key.Arn"}
        alarm AWS::CloudWatch::Alarm {"AlarmActions": ["@topic.TopicArn"]}
        """#),
    RuleCase(
      "R11", "a key that refuses them",
      key(root) + "\n"
        + #"""
        trail AWS::CloudTrail::Trail {"KMSKeyId": "@key.Arn"}
        topic AWS::SNS::Topic {"KmsMasterKeyId": "@key.Arn"}
        rule AWS::Events::Rule {"Targets": [{"Arn": "@topic.TopicArn"}]}
        site AWS::S3::Bucket {"BucketEncryption": {"ServerSideEncryptionConfiguration": [
         {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "@key.Arn"}}]}}
        cdn AWS::CloudFront::Distribution {"DistributionConfig": {"Origins": [{"DomainName": "@site.RegionalDomainName", "S3OriginConfig": {}}]}}
        template AWS::EC2::LaunchTemplate {"LaunchTemplateData": {"BlockDeviceMappings": [{"Ebs": {"KmsKeyId": "@key.Arn"}}]}}
        servers AWS::AutoScaling::AutoScalingGroup {"LaunchTemplate": {"LaunchTemplateId": "@template.LaunchTemplateId"}}
        """#,
      finds: [
        "trail KMSKeyId: the policy of 'key' does not let cloudtrail.amazonaws.com in",
        "topic KmsMasterKeyId: the policy of 'key' does not let events.amazonaws.com in",
        "site BucketEncryption: the policy of 'key' does not let cloudfront.amazonaws.com in",
        "servers LaunchTemplate: the policy of 'key' does not let Auto Scaling attach its volumes",
      ]),
  ]
}
