import StrataLanguage
import StrataModel

/// A program in which each tenant has a key, an alias, a secret, a role, an inline policy and a log group.
enum Tenants {
  static func declarations(_ count: Int) -> DeclarationSet {
    var program = Program()
    for number in 0..<count {
      let stack = "tenants/t\(number)"
      let key = ResourceAddress(stack + "/key")
      let role = ResourceAddress(stack + "/role")
      let secret = ResourceAddress(stack + "/secret")
      let tags: PropertyValue = [["Key": "Environment", "Value": "test"], ["Key": "TenantId", "Value": .string("t\(number)")]]
      program.add(
        key, "KMS::Key",
        [
          "Description": .string("Data of tenant \(number)"), "EnableKeyRotation": true, "RotationPeriodInDays": 365,
          "PendingWindowInDays": 30,
          "KeyPolicy": [
            "Version": "2012-10-17",
            "Statement": [
              [
                "Sid": "Root", "Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::123456789012:root"], "Action": "kms:*",
                "Resource": "*",
              ],
              [
                "Sid": "Logs", "Effect": "Allow", "Principal": ["Service": "logs.us-east-1.amazonaws.com"],
                "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*", "kms:Describe*"], "Resource": "*",
                "Condition": [
                  "ArnLike": ["kms:EncryptionContext:aws:logs:arn": .string("arn:aws:logs:us-east-1:123456789012:log-group:/t/\(number)")]
                ],
              ],
            ],
          ], "Tags": tags,
        ])
      program.add(
        ResourceAddress(stack + "/alias"), "KMS::Alias",
        ["AliasName": .string("alias/jms/test/tenant/\(number)"), "TargetKeyId": ref(key, "KeyId")])
      program.add(
        secret, "SecretsManager::Secret",
        [
          "Name": .string("jms/test/\(number)/dek"), "KmsKeyId": ref(key, "Arn"),
          "GenerateSecretString": ["PasswordLength": 64, "ExcludePunctuation": true, "ExcludeUppercase": true], "Tags": tags,
        ])
      program.add(
        role, "IAM::Role",
        [
          "RoleName": .string("tenant-\(number)"),
          "AssumeRolePolicyDocument": [
            "Version": "2012-10-17",
            "Statement": [
              ["Effect": "Allow", "Principal": ["Service": "ecs-tasks.amazonaws.com"], "Action": "sts:AssumeRole"]
            ],
          ], "Tags": tags,
        ])
      program.add(
        ResourceAddress(stack + "/policy"), "IAM::RolePolicy",
        [
          "RoleName": ref(role, "RoleName"), "PolicyName": "data",
          "PolicyDocument": [
            "Version": "2012-10-17",
            "Statement": [
              ["Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": ref(key, "Arn")],
              ["Effect": "Allow", "Action": ["secretsmanager:GetSecretValue"], "Resource": ref(secret, "Id")],
            ],
          ],
        ])
      program.add(
        ResourceAddress(stack + "/logs"), "Logs::LogGroup",
        ["LogGroupName": .string("/t/\(number)"), "KmsKeyId": ref(key, "Arn"), "RetentionInDays": 365, "Tags": tags])
    }
    return program.declarations
  }
}
