import Strata

extension Financial {
  /// "Management Account - Central account for AWS Organizations, access management, and logging".
  ///
  /// 4.1 The management account exists before any program, so six accounts are made. Closing an account is limited to a tenth of them in 30 days
  /// and keeps its number and address for 90: leaving the program forgets them, and with them the units and the organization, which cannot go
  /// before them.
  ///
  /// 4.3, 4.33, 4.37 What has no resource type is an action of this stack, in the management account: policies are switched on before any is
  /// attached, services act for the organization before they are used in it, and the security account administers them.
  @Stack final class OrganizationStack {
    let settings: Settings

    lazy var organization = Organizations.Organization("organization", featureSet: .all).protected().retained()

    // 4.2 A policy is attached once its kind is switched on.
    lazy var policies = Action.policyType("service-control-policies", "SERVICE_CONTROL_POLICY", root: organization.rootId)

    // 4.3, 4.5 "CloudTrail for API activity tracking": one trail, one view of configurations and findings for all accounts.
    lazy var trustedAccess = ["access-analyzer", "cloudtrail", "config", "guardduty", "inspector2", "macie", "securityhub"].map { service in
      Action.trustedAccess("trusts-\(service)", for: "\(service).amazonaws.com").after(organization)
    }

    // 4.3 "GuardDuty, Security Hub, and Config": seen and said from the security account. Security Hub's delegation has a type of its own.
    lazy var delegations =
      ["access-analyzer", "config"].map { service in
        Action.delegatedAdministrator("delegates-\(service)", of: "\(service).amazonaws.com", security.accountId).after(trustedAccess)
      } + [Action.threatDetectionAdministrator("delegates-guardduty", security.accountId).after(trustedAccess)]

    // 4.37 "AWS Firewall Manager", where it is chosen.
    lazy var firewallDelegation =
      settings.has(.firewallManager) ? Action.firewallAdministrator("delegates-fms", security.accountId) : nil

    // 4.33 The transit gateway is shared without invitations.
    lazy var sharing = settings.has(.transitGateway) ? Action.resourceSharing().after(organization) : nil

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
        regions: [settings.region, settings.recoveryRegion], root: organization.rootId, workloads: workloads.id
      ).after(policies)

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
