import Strata

extension Financial {
  /// 4.36 "AWS Control Tower: For streamlined multi-account management", in the management account.
  ///
  /// It makes the organization's trail and the recorders itself and refuses to enroll accounts that have their own, so with it the program makes
  /// neither. Before it, its four service roles have to be made (AWS Control Tower User Guide, "Step 1: Configure your landing zone", for APIs);
  /// setting it up takes 30 to 60 minutes.
  @Stack final class ControlTowerStack {
    let settings: Settings
    let accounts: Accounts
    let organization: OrganizationStack

    lazy var landingZone = ControlTower.LandingZone(
      "landing-zone",
      manifest: [
        "governedRegions": ["\(settings.region)", "\(settings.recoveryRegion)"],
        "organizationStructure": ["security": ["name": "Security"], "sandbox": ["name": "Workloads"]],
        "centralizedLogging": [
          "accountId": "\(accounts.logArchive)", "enabled": true,
          "configurations": ["loggingBucket": ["retentionDays": 2557], "accessLoggingBucket": ["retentionDays": 2557]],
        ], "securityRoles": ["accountId": "\(accounts.security)"], "accessManagement": ["enabled": true],
      ], version: "3.3"
    ).after(organization).protected()

    var body: some Infrastructure {
      // AWSControlTowerBaseline: enrolls the accounts of a unit.
      ControlTower.EnabledBaseline(
        "workloads",
        baselineIdentifier: "arn:\(AWS.partition):controltower:\(AWS.region)::baseline/17BSJV3IGJ2QSGA2", baselineVersion: "4.0",
        targetIdentifier: organization.workloads.arn
      ).after(landingZone)
      for control in ["AWS-GR_ENCRYPTED_VOLUMES", "AWS-GR_RDS_STORAGE_ENCRYPTED", "AWS-GR_RESTRICTED_SSH"] {
        ControlTower.EnabledControl(
          control, controlIdentifier: "arn:\(AWS.partition):controltower:\(AWS.region)::control/\(control)",
          targetIdentifier: organization.workloads.arn
        ).after(landingZone)
      }
    }
  }
}
