import Strata

extension Financial {
  /// 4.39 "AWS IAM Identity Center: For simplified access management": people sign in once, and get roles instead of users.
  @Stack final class IdentityCenterStack {
    let settings: Settings
    let accounts: Accounts

    lazy var administrators = access(
      "administrators", "Everything, for an hour", hours: 1, policies: ["arn:\(AWS.partition):iam::aws:policy/AdministratorAccess"])
    lazy var auditors = access(
      "auditors", "Reads what auditors have to see", hours: 8, policies: ["arn:\(AWS.partition):iam::aws:policy/SecurityAudit"])
    lazy var developers = access(
      "developers", "Works in development", hours: 8, policies: ["arn:\(AWS.partition):iam::aws:policy/PowerUserAccess"])

    var body: some Infrastructure {
      for (name, set, places) in [
        ("administrators", administrators, accounts.all), ("auditors", auditors, accounts.all),
        ("developers", developers, [accounts.development]),
      ] {
        let group = IdentityStore.Group(
          "group-\(name)", displayName: "Financial \(name)", identityStoreId: settings.identityCenter.store)
        group
        for (index, account) in places.enumerated() {
          SSO.Assignment(
            "\(name)-\(index + 1)", instanceArn: .existing(settings.identityCenter.instance), permissionSetArn: set.permissionSetArn,
            principalId: group.groupId, principalType: .group, targetId: account, targetType: .awsAccount)
        }
      }
    }

    private func access(_ name: String, _ description: String, hours: Int, policies: [any Input<String>]) -> SSO.PermissionSet {
      SSO.PermissionSet(
        name, instanceArn: .existing(settings.identityCenter.instance), name: "financial-\(name)", description: description,
        managedPolicies: policies, sessionDuration: "PT\(hours)H")
    }
  }
}
