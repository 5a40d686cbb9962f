import StrataDeployment
import StrataModel

/// Settings of an account, or of a region of it.
///
/// Sources: the API references of IAM (UpdateAccountPasswordPolicy), EC2 (EnableEbsEncryptionByDefault), Amazon S3 Control (PutPublicAccessBlock),
/// AWS Backup (UpdateRegionSettings), Amazon Inspector (Enable), Resource Access Manager (EnableSharingWithAwsOrganization).
enum AccountSettingOperations {
  static let operations: Set<String> = [
    "iam:UpdateAccountPasswordPolicy",
    "iam:GetAccountPasswordPolicy",
    "iam:DeleteAccountPasswordPolicy",
    "ec2:EnableEbsEncryptionByDefault",
    "ec2:DisableEbsEncryptionByDefault",
    "ec2:GetEbsEncryptionByDefault",
    "s3control:PutPublicAccessBlock",
    "s3control:GetPublicAccessBlock",
    "s3control:DeletePublicAccessBlock",
    "backup:UpdateRegionSettings",
    "backup:DescribeRegionSettings",
    "inspector2:Enable",
    "inspector2:Disable",
    "inspector2:BatchGetAccountStatus",
  ]

  static func answer(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    switch input.request.name {
    case "iam:UpdateAccountPasswordPolicy": return try updatePasswordPolicy(input, &store)
    case "iam:GetAccountPasswordPolicy":
      guard let policy = store.settings[input.key(passwordPolicy, isGlobal: true)] else {
        throw input.missing("NoSuchEntity", "The Password Policy with domain name \(input.placement.account) cannot be found.")
      }
      return ["PasswordPolicy": .object(policy)]
    case "iam:DeleteAccountPasswordPolicy":
      let key = input.key(passwordPolicy, isGlobal: true)
      guard store.settings[key] != nil else { throw input.missing("NoSuchEntity", "The account has no password policy.") }
      store.set(key, nil)
      return [:]
    case "ec2:EnableEbsEncryptionByDefault": return try encryptVolumes(true, input, &store)
    case "ec2:DisableEbsEncryptionByDefault": return try encryptVolumes(false, input, &store)
    case "ec2:GetEbsEncryptionByDefault":
      try input.allow()
      return ["EbsEncryptionByDefault": store.settings[input.key(volumeEncryption)]?["Enabled"] ?? false]
    case "s3control:PutPublicAccessBlock": return try putPublicAccessBlock(input, &store)
    case "s3control:GetPublicAccessBlock":
      try checkAccount(input)
      guard let block = store.settings[input.key(publicAccess, isGlobal: true)] else {
        throw input.missing("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found")
      }
      return ["PublicAccessBlockConfiguration": .object(block)]
    case "s3control:DeletePublicAccessBlock":
      try checkAccount(input)
      store.set(input.key(publicAccess, isGlobal: true), nil)
      return [:]
    case "backup:UpdateRegionSettings": return try updateBackup(input, &store)
    case "backup:DescribeRegionSettings":
      try input.allow()
      let settings = store.settings[input.key(backup)] ?? [:]
      return [
        "ResourceTypeManagementPreference": settings["ResourceTypeManagementPreference"] ?? [:],
        "ResourceTypeOptInPreference": settings["ResourceTypeOptInPreference"] ?? [:],
      ]
    case "inspector2:Enable": return try scan(true, input, &store)
    case "inspector2:Disable": return try scan(false, input, &store)
    case "inspector2:BatchGetAccountStatus":
      try input.allow("accountIds")
      let state = store.settings[input.key(inspector)] ?? [:]
      func status(_ type: String) -> PropertyValue { ["status": state[type] == true ? "ENABLED" : "DISABLED"] }
      let isOn = state.fields.contains { $0.value == true }
      return [
        "accounts": [
          [
            "accountId": .string(input.placement.account),
            "resourceState": [
              "ec2": status("EC2"), "ecr": status("ECR"), "lambda": status("LAMBDA"), "lambdaCode": status("LAMBDA_CODE"),
            ], "state": ["status": isOn ? "ENABLED" : "DISABLED"],
          ]
        ]
      ]
    default: throw ServiceTable.unknown(input.request)
    }
  }

  private static let passwordPolicy = "iam:password-policy"
  private static let volumeEncryption = "ec2:volume-encryption"
  private static let publicAccess = "s3control:public-access"
  private static let backup = "backup:region-settings"
  private static let inspector = "inspector2:status"

  private static func updatePasswordPolicy(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow(
      "MinimumPasswordLength", "RequireSymbols", "RequireNumbers", "RequireUppercaseCharacters", "RequireLowercaseCharacters",
      "AllowUsersToChangePassword", "MaxPasswordAge", "PasswordReusePrevention", "HardExpiry")
    // What a call does not name goes back to its default.
    var policy: PropertyObject = ["MinimumPasswordLength": .integer(try input.integer("MinimumPasswordLength", 6...128) ?? 6)]
    for name in [
      "RequireSymbols", "RequireNumbers", "RequireUppercaseCharacters", "RequireLowercaseCharacters", "AllowUsersToChangePassword",
    ] {
      policy[name] = .bool(try input.flag(name) ?? false)
    }
    let age = try input.integer("MaxPasswordAge", 1...1_095)
    policy["ExpirePasswords"] = .bool(age != nil)
    policy["MaxPasswordAge"] = age.map { .integer($0) }
    policy["PasswordReusePrevention"] = try input.integer("PasswordReusePrevention", 1...24).map { .integer($0) }
    if let expiry = try input.flag("HardExpiry") { policy["HardExpiry"] = .bool(expiry) }
    store.set(input.key(passwordPolicy, isGlobal: true), policy)
    return [:]
  }

  private static func encryptVolumes(
    _ isOn: Bool, _ input: ServiceInput, _ store: inout CloudStore
  ) throws(ProviderError) -> PropertyValue {
    try input.allow()
    store.set(input.key(volumeEncryption), ["Enabled": .bool(isOn)])
    return ["EbsEncryptionByDefault": .bool(isOn)]
  }

  private static func checkAccount(_ input: ServiceInput) throws(ProviderError) {
    guard try input.account("AccountId") == input.placement.account else {
      throw ProviderError(.accessDenied, "The account is not the caller's", serviceCode: "AccessDenied")
    }
  }

  private static func putPublicAccessBlock(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("AccountId", "PublicAccessBlockConfiguration")
    try checkAccount(input)
    var block = PropertyObject()
    let given = try input.object("PublicAccessBlockConfiguration")
    let names = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"]
    if let unknown = given.keys.first(where: { !names.contains($0) }) { throw input.invalid("there is no setting '\(unknown)'") }
    for name in names { block[name] = given[name]?.boolValue.map { .bool($0) } ?? false }
    store.set(input.key(publicAccess, isGlobal: true), block)
    return [:]
  }

  private static func updateBackup(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("ResourceTypeManagementPreference", "ResourceTypeOptInPreference")
    let key = input.key(backup)
    var settings = store.settings[key] ?? [:]
    for name in ["ResourceTypeManagementPreference", "ResourceTypeOptInPreference"] where input.request.input[name] != nil {
      let given = try input.object(name)
      guard given.fields.allSatisfy({ $0.value.boolValue != nil }) else { throw input.invalid("'\(name)' says true or false by type") }
      settings[name] = .object((settings[name]?.objectValue ?? [:]).merging(given))
    }
    store.set(key, settings)
    return [:]
  }

  private static func scan(_ isOn: Bool, _ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("accountIds", "resourceTypes", "clientToken")
    let key = input.key(inspector)
    var state = store.settings[key] ?? [:]
    for type in try input.list("resourceTypes") {
      guard let name = type.stringValue, ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"].contains(name) else {
        throw input.invalid("'resourceTypes' of \(input.request.name) holds EC2, ECR, LAMBDA or LAMBDA_CODE")
      }
      state[name] = .bool(isOn)
    }
    store.set(key, state)
    return ["accounts": [["accountId": .string(input.placement.account)]], "failedAccounts": []]
  }
}
