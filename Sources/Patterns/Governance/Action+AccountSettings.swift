public import StrataLanguage

/// Settings of an account that have no resource type.
extension Action {
  /// Passwords of 14 characters and four kinds, changed after 90 days (CIS AWS Foundations Benchmark, "Identity and Access Management").
  public static func passwordPolicy(
    _ id: String = "password-policy", fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let policy: [String: Document] = [
      "MinimumPasswordLength": 14, "RequireSymbols": true, "RequireNumbers": true, "RequireUppercaseCharacters": true,
      "RequireLowercaseCharacters": true, "AllowUsersToChangePassword": true, "MaxPasswordAge": 90, "PasswordReusePrevention": 24,
    ]
    var proof = Proof.call("iam", "GetAccountPasswordPolicy")
    for (name, value) in policy.sorted(by: { $0.key < $1.key }) { proof = proof.shows("PasswordPolicy.\(name)", value) }
    return Action(
      id, "passwords of IAM users are strong", run: .call("iam", "UpdateAccountPasswordPolicy", Document(policy)), proof: proof,
      undo: .call("iam", "DeleteAccountPasswordPolicy"), fileID: fileID, line: line, column: column)
  }

  /// New volumes and snapshot copies are encrypted, whoever makes them; for one region.
  public static func volumeEncryption(
    _ id: String = "volume-encryption", fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    Action(
      id, "new EBS volumes are encrypted", run: .call("ec2", "EnableEbsEncryptionByDefault"),
      proof: .call("ec2", "GetEbsEncryptionByDefault").shows("EbsEncryptionByDefault", true),
      undo: .call("ec2", "DisableEbsEncryptionByDefault"), fileID: fileID, line: line, column: column)
  }

  /// No bucket of the account can be made public.
  public static func publicAccessBlock(
    _ id: String = "public-access-block", fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let names = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"]
    let account: Document = ["AccountId": Document(AWS.accountId)]
    var proof = Proof.call("s3control", "GetPublicAccessBlock", account)
    for name in names { proof = proof.shows("PublicAccessBlockConfiguration.\(name)", true) }
    return Action(
      id, "no bucket of the account is public",
      run: .call(
        "s3control", "PutPublicAccessBlock",
        [
          "AccountId": Document(AWS.accountId),
          "PublicAccessBlockConfiguration": Document(Dictionary(uniqueKeysWithValues: names.map { ($0, Document(true)) })),
        ]),
      proof: proof, undo: .call("s3control", "DeletePublicAccessBlock", account), fileID: fileID, line: line, column: column)
  }

  /// Amazon Inspector scans instances, images and functions of the account, in one region.
  public static func vulnerabilityScans(
    _ id: String = "vulnerability-scans", fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let types: Document = ["EC2", "ECR", "LAMBDA"]
    var proof = Proof.call("inspector2", "BatchGetAccountStatus", ["accountIds": [Document(AWS.accountId)]])
    for type in ["ec2", "ecr", "lambda"] { proof = proof.shows("accounts[0].resourceState.\(type).status", "ENABLED") }
    return Action(
      id, "Amazon Inspector scans for vulnerabilities", run: .call("inspector2", "Enable", ["resourceTypes": types]), proof: proof,
      undo: .call("inspector2", "Disable", ["resourceTypes": types]), fileID: fileID, line: line, column: column)
  }

  /// AWS Backup backs up these types of resources, and manages tables itself, which is what lets their backups be copied to another region.
  ///
  /// Source: AWS Backup Developer Guide, "Advanced DynamoDB backup" and "Service opt-in". Advanced backups cannot be switched off again, so there is no
  /// way back.
  public static func backupServices(
    _ id: String = "backup-services", types: [String] = ["DynamoDB", "RDS", "S3"], fileID: String = #fileID, line: Int = #line,
    column: Int = #column
  ) -> Action {
    var proof = Proof.call("backup", "DescribeRegionSettings").shows("ResourceTypeManagementPreference.DynamoDB", true)
    for type in types { proof = proof.shows("ResourceTypeOptInPreference.\(type)", true) }
    return Action(
      id, "AWS Backup takes \(types.joined(separator: ", ")), and copies of tables",
      run: .call(
        "backup", "UpdateRegionSettings",
        [
          "ResourceTypeManagementPreference": ["DynamoDB": true],
          "ResourceTypeOptInPreference": Document(Dictionary(types.map { ($0, Document(true)) }) { first, _ in first }),
        ]),
      proof: proof, fileID: fileID, line: line, column: column)
  }

  /// Tags tell apart what things cost; for the account that pays.
  ///
  /// AWS knows a tag here up to a day after a resource bore it first (AWS Billing User Guide, "Activating user-defined cost allocation tags"). A
  /// deployment before that ends with an error that says so, and the next one activates the tags.
  public static func costAllocationTags(
    id: String = "cost-allocation-tags", _ keys: [String], fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    func status(_ status: String) -> Document {
      ["CostAllocationTagsStatus": Document(keys.map { ["TagKey": Document($0), "Status": Document(status)] as Document })]
    }
    var proof = Proof.call("ce", "ListCostAllocationTags", ["Status": "Active", "TagKeys": Document(keys.map { Document($0) })])
    for key in keys { proof = proof.lists("CostAllocationTags", ["Status": "Active", "TagKey": Document(key)]) }
    return Action(
      id, "costs are told by \(keys.joined(separator: ", "))", run: .call("ce", "UpdateCostAllocationTagsStatus", status("Active")),
      proof: proof, undo: .call("ce", "UpdateCostAllocationTagsStatus", status("Inactive")), fileID: fileID, line: line, column: column)
  }

  /// A person of a user pool has a password of their own, so that no temporary one is sent.
  ///
  /// The password comes from a secret and is kept nowhere; another text of it is not noticed before something else in the action changes.
  public static func permanentPassword(
    _ id: String, of username: any Input<String>, in pool: any Input<String>, _ password: Secret, fileID: String = #fileID,
    line: Int = #line, column: Int = #column
  ) -> Action {
    let who: [String: Document] = ["UserPoolId": Document(pool), "Username": Document(username)]
    return Action(
      id, "the password is permanent",
      run: .call(
        "cognito-idp", "AdminSetUserPassword", Document(who.merging(["Password": Document(password), "Permanent": true]) { $1 })),
      proof: .call("cognito-idp", "AdminGetUser", Document(who)).shows("UserStatus", "CONFIRMED"), fileID: fileID, line: line,
      column: column)
  }

  /// The first administrator of a user pool, who gets a temporary password by mail: it stands in no state.
  public static func firstAdministrator(
    _ id: String, mail: any Input<String>, in pool: any Input<String>, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let who: [String: Document] = ["UserPoolId": Document(pool), "Username": Document(mail)]
    return Action(
      id, "the first administrator exists",
      run: .call(
        "cognito-idp", "AdminCreateUser",
        Document(
          who.merging([
            "DesiredDeliveryMediums": ["EMAIL"],
            "UserAttributes": [["Name": "email", "Value": Document(mail)], ["Name": "email_verified", "Value": "true"]],
          ]) { $1 })),
      proof: .call("cognito-idp", "AdminGetUser", Document(who)).shows("Enabled", true), settledBy: ["UsernameExistsException"],
      fileID: fileID, line: line, column: column)
  }
}
