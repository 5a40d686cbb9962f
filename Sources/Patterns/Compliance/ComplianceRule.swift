public import StrataLanguage

/// A rule that AWS Config checks all resources against, and what it does about one that fails.
public struct ComplianceRule: Sendable {
  /// An automation document of Systems Manager that repairs a resource.
  public struct Remedy: Sendable {
    let document: String
    let resourceParameter: String
    let values: [String: String]
    let permissions: [String]

    /// Creates a remedy.
    ///
    /// `resourceParameter` is the document's parameter that takes the resource's id, `permissions` are the actions that the document calls.
    public init(_ document: String, resource resourceParameter: String, values: [String: String] = [:], permissions: String...) {
      self.document = document
      self.resourceParameter = resourceParameter
      self.values = values
      self.permissions = permissions
    }
  }

  let id: String
  let parameters: [String: String]?
  let remedy: Remedy?

  /// Creates a managed rule by the name in AWS's list, in kebab case: `s3-bucket-ssl-requests-only`.
  ///
  /// `source` is the rule's identifier where it is not just the name in capitals. Source: AWS Config Developer Guide, "List of AWS Config
  /// Managed Rules".
  public init(_ id: String, source: String? = nil, parameters: [String: String]? = nil, remedy: Remedy? = nil) {
    self.id = id
    self.parameters = parameters
    self.remedy = remedy
    self.source = source ?? id.replacing("-", with: "_").uppercased()
  }

  let source: String
}

extension ComplianceRule.Remedy {
  /// Switches on default encryption of a bucket.
  public static let encryptBucket = Self(
    "AWS-EnableS3BucketEncryption", resource: "BucketName", values: ["SSEAlgorithm": "AES256"], permissions: "s3:PutEncryptionConfiguration"
  )

  /// Switches on the rotation of a key.
  public static let rotateKey = Self(
    "AWSConfigRemediation-EnableKeyRotation", resource: "KeyId", permissions: "kms:EnableKeyRotation", "kms:GetKeyRotationStatus")

  /// Takes away rules that open SSH and RDP to the world.
  public static let closeSecurityGroup = Self(
    "AWS-DisablePublicAccessForSecurityGroup", resource: "GroupId", permissions: "ec2:DescribeSecurityGroups",
    "ec2:RevokeSecurityGroupIngress")
}
