public import StrataLanguage

/// A setting of an account that one call of AWS's API makes, the same each time.
public struct AccountSetting: Sendable {
  let id: String
  let description: String
  let service: String
  let operation: String
  let input: Document
  let permissions: [String]

  /// Creates a setting from an operation, in the spelling of AWS's JavaScript libraries: `iam`, `updateAccountPasswordPolicy`.
  ///
  /// `input` has the operation's parameters in the spelling of its API reference; `permissions` are the IAM actions that the call needs.
  public init(
    _ id: String, _ description: String, service: String, operation: String, input: Document = Document([String: Document]()),
    permissions: String...
  ) {
    self.id = id
    self.description = description
    self.service = service
    self.operation = operation
    self.input = input
    self.permissions = permissions
  }
}

extension AccountSetting {
  /// Passwords of 14 characters and four kinds, changed after 90 days (CIS AWS Foundations Benchmark, "Identity and Access Management").
  public static let passwordPolicy = AccountSetting(
    "password-policy", "Strong passwords for IAM users", service: "iam", operation: "updateAccountPasswordPolicy",
    input: [
      "MinimumPasswordLength": 14, "RequireSymbols": true, "RequireNumbers": true, "RequireUppercaseCharacters": true,
      "RequireLowercaseCharacters": true, "AllowUsersToChangePassword": true, "MaxPasswordAge": 90, "PasswordReusePrevention": 24,
    ], permissions: "iam:UpdateAccountPasswordPolicy")

  /// New volumes and snapshot copies are encrypted, whoever makes them; for one region.
  public static let volumeEncryption = AccountSetting(
    "volume-encryption", "Encryption of new EBS volumes by default", service: "ec2", operation: "enableEbsEncryptionByDefault",
    permissions: "ec2:EnableEbsEncryptionByDefault")

  /// No bucket of the account can be made public.
  public static func publicAccessBlock(account: any Input<String>) -> AccountSetting {
    AccountSetting(
      "public-access-block", "No public buckets", service: "s3control", operation: "putPublicAccessBlock",
      input: [
        "AccountId": Document(account),
        "PublicAccessBlockConfiguration": [
          "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true,
        ],
      ], permissions: "s3:PutAccountPublicAccessBlock")
  }

  /// Amazon Inspector scans instances, images and functions.
  public static let inspector = AccountSetting(
    "inspector", "Vulnerability scans by Amazon Inspector", service: "inspector2", operation: "enable",
    input: ["ResourceTypes": ["EC2", "ECR", "LAMBDA"]], permissions: "inspector2:Enable", "iam:CreateServiceLinkedRole")
}
