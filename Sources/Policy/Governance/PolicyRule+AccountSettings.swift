import StrataModel

extension PolicyRule {
  static let passwordPolicy = PolicyRule(
    "F01", "password-policy", title: "IAM users have strong passwords",
    why: "the first policy of an account takes passwords of eight characters",
    remedy: "declare Action.passwordPolicy() in the account", controls: [.awsFoundations("1.8"), .awsFoundations("1.9")]
  ) { context, assessment in
    for account in context.accounts {
      let settings = context.settings("iam", "UpdateAccountPasswordPolicy", account: account)
      assessment.require(
        settings.contains { $0["MinimumPasswordLength"]?.wholeNumber ?? 0 >= 14 && $0["PasswordReusePrevention"]?.wholeNumber ?? 0 >= 24 },
        of: .account(account), "account \(account) has no policy for passwords of 14 characters, 24 of which are not used again")
    }
  }

  static let volumeEncryption = PolicyRule(
    "F02", "ebs-default-encryption", title: "New volumes are encrypted by default",
    why: "a volume that somebody makes by hand is encrypted only if they think of it",
    remedy: "declare Action.volumeEncryption() in the account and region", controls: [.awsFoundations("2.2.1")]
  ) { context, assessment in
    for account in context.accounts {
      assessment.require(
        !context.settings("ec2", "EnableEbsEncryptionByDefault", account: account).isEmpty, of: .account(account),
        "account \(account) does not encrypt new volumes by default")
    }
  }

  static let accountPublicAccess = PolicyRule(
    "F03", "account-public-block", title: "No bucket of an account can be made public, whoever makes it",
    why: "a bucket that is made by hand has only the account's own setting to protect it",
    remedy: "declare Action.publicAccessBlock() in the account", controls: [.awsFoundations("2.1.4")]
  ) { context, assessment in
    for account in context.accounts {
      let flags = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"]
      assessment.require(
        context.settings("s3control", "PutPublicAccessBlock", account: account).contains { input in
          flags.allSatisfy { input["PublicAccessBlockConfiguration"]?[$0]?.isTrue == true }
        }, of: .account(account), "account \(account) lets buckets become public")
    }
  }

  static let accessAnalyzer = PolicyRule(
    "F04", "access-analyzer", title: "Access from outside is looked for",
    why: "a role or bucket that another account can reach shows in no policy at a glance",
    remedy: "declare an AccessAnalyzer.Analyzer in the account", controls: [.awsFoundations("1.20")]
  ) { context, assessment in
    let analyzers = context.all("AWS::AccessAnalyzer::Analyzer")
    let isForAll = analyzers.contains { $0.properties["Type"]?.stringValue?.hasPrefix("ORGANIZATION") == true }
    for account in context.accounts {
      assessment.require(
        isForAll || analyzers.contains { $0.placement.account == account }, of: .account(account),
        "no analyzer looks at account \(account)")
    }
  }

  static let identityUsers = PolicyRule(
    "F05", "no-iam-user-policies", title: "People and programs act by roles, not by users with keys",
    why: "an access key of a user never expires, and leaks with the laptop that it is on",
    remedy: "use roles; give users rights by groups only, and no access keys", controls: [.awsFoundations("1.13"), .awsFoundations("1.15")]
  ) { context, assessment in
    for user in context.all("AWS::IAM::User") {
      for property in ["Policies", "ManagedPolicyArns"] {
        assessment.require(
          user.properties[property]?.elements.isEmpty ?? true, of: user, at: PropertyPath(property), "the user has rights of its own",
          remedy: "give the rights to a group")
      }
    }
    for key in context.all("AWS::IAM::AccessKey") { assessment.report(key, "the access key never expires") }
  }
}

extension PolicyContext {
  /// The inputs with which an operation is called on an account: how a setting without a resource type is declared, as an action, or as a schedule
  /// that calls it again and again.
  fileprivate func settings(_ service: String, _ operation: String, account: String) -> [PropertyValue] {
    let actions = all(ofType: ActionSpecification.type).filter { $0.placement.account == account }
      .compactMap { ServiceRequest(document: $0.properties["Run"]) }
      .filter { $0.service == service && $0.operation == operation }
    let target = ":aws-sdk:\(service):\(operation.prefix(1).lowercased())\(operation.dropFirst())"
    let schedules = all("AWS::Scheduler::Schedule").filter { schedule in
      schedule.placement.account == account && schedule.properties["State"] != "DISABLED"
        && schedule.properties.value(at: "Target", "Arn")?.stringValue?.hasSuffix(target) == true
    }
    return actions.map { .object($0.input) }
      + schedules.map { schedule in
        let input = schedule.properties.value(at: "Target", "Input")
        if case .expression(let expression)? = input, expression.function == .json { return expression.arguments.first ?? [:] }
        return input?.stringValue.flatMap { try? JSONReader.plainValue(of: $0.utf8) } ?? [:]
      }
  }
}
