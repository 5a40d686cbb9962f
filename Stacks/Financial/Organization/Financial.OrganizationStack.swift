import Strata

extension Financial {
  /// "Management Account - Central account for AWS Organizations, access management, and logging".
  ///
  /// 4.1 The management account exists before any program, so six accounts are made. Closing an account is limited to a tenth of them in 30 days
  /// and keeps its number and address for 90: leaving the program forgets them, and with them the units and the organization, which cannot go
  /// before them.
  ///
  /// 4.3, 4.33, 4.37 What has no resource type is done by the management account before the second deployment, once:
  /// `aws organizations enable-policy-type` for `SERVICE_CONTROL_POLICY`, `aws organizations enable-aws-service-access` for `cloudtrail`,
  /// `config`, `guardduty`, `securityhub`, `access-analyzer`, `inspector2`, `macie` and `ram`,
  /// `aws organizations register-delegated-administrator` for `config` and `access-analyzer`,
  /// `aws guardduty enable-organization-admin-account`, and with Firewall Manager `aws fms associate-admin-account`.
  @Stack final class OrganizationStack {
    let settings: Settings

    lazy var organization = Organizations.Organization("organization", featureSet: .all).protected().retained()

    lazy var securityUnit = unit("Security")
    lazy var infrastructureUnit = unit("Infrastructure")
    lazy var workloads = unit("Workloads")
    lazy var nonProduction = unit("NonProd", in: workloads)
    lazy var production = unit("Prod", in: workloads)

    lazy var security = account("security", "Security", in: securityUnit)
    lazy var logArchive = account("log-archive", "Log Archive", in: securityUnit)
    lazy var sharedServices = account("shared-services", "Shared Services", in: infrastructureUnit)
    lazy var development = account("development", "Development", in: nonProduction)
    lazy var testing = account("testing", "Testing", in: nonProduction)
    lazy var productionAccount = account("production", "Production", in: production)

    var body: some Infrastructure {
      ServiceControlPolicies(
        regions: [settings.region, settings.recoveryRegion], root: organization.rootId, workloads: workloads.id)

      for (name, account) in [
        ("security", security), ("log-archive", logArchive), ("shared-services", sharedServices), ("development", development),
        ("testing", testing), ("production", productionAccount),
      ] {
        Output("\(name)-account", account.accountId)
      }
      Output("organization", organization.id)
    }

    private func unit(_ name: String, in parent: Organizations.OrganizationalUnit? = nil) -> Organizations.OrganizationalUnit {
      Organizations.OrganizationalUnit(
        "unit-\(name.lowercased())", name: name, parentId: parent.map { $0.id as any Input<String> } ?? organization.rootId
      ).retained()
    }

    private func account(_ id: String, _ name: String, in unit: Organizations.OrganizationalUnit) -> Organizations.Account {
      Organizations.Account(
        id, accountName: "Financial \(name)", email: settings.mail(id), parentIds: [unit.id], roleName: Accounts.accessRole
      ).protected().retained()
    }
  }
}
