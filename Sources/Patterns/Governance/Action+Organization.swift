public import StrataLanguage

/// What a management account allows in its organization, and that has no resource type.
extension Action {
  /// A service acts for the whole organization, for example `cloudtrail.amazonaws.com`.
  ///
  /// Source: AWS Organizations User Guide, "Using AWS Organizations with other AWS services".
  public static func trustedAccess(
    _ id: String, for service: String, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let input: Document = ["ServicePrincipal": Document(service)]
    return Action(
      id, "\(service) acts for the organization", run: .call("organizations", "EnableAWSServiceAccess", input),
      proof: .call("organizations", "ListAWSServiceAccessForOrganization").lists("EnabledServicePrincipals", input),
      undo: .call("organizations", "DisableAWSServiceAccess", input), fileID: fileID, line: line, column: column)
  }

  /// An account administers a service for the organization.
  public static func delegatedAdministrator(
    _ id: String, of service: String, _ account: any Input<String>, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let input: Document = ["AccountId": Document(account), "ServicePrincipal": Document(service)]
    return Action(
      id, "another account administers \(service)", run: .call("organizations", "RegisterDelegatedAdministrator", input),
      proof: .call("organizations", "ListDelegatedAdministrators", ["ServicePrincipal": Document(service)])
        .lists("DelegatedAdministrators", ["Id": Document(account)]),
      undo: .call("organizations", "DeregisterDelegatedAdministrator", input), settledBy: ["AccountAlreadyRegisteredException"],
      fileID: fileID, line: line, column: column)
  }

  /// A kind of policy can be attached to accounts and units.
  public static func policyType(
    _ id: String, _ type: String, root: any Input<String>, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let input: Document = ["PolicyType": Document(type), "RootId": Document(root)]
    return Action(
      id, "policies of the type \(type) can be attached", run: .call("organizations", "EnablePolicyType", input),
      proof: .call("organizations", "ListRoots").lists("Roots[0].PolicyTypes", ["Status": "ENABLED", "Type": Document(type)]),
      settledBy: ["PolicyTypeAlreadyEnabledException"], fileID: fileID, line: line, column: column)
  }

  /// An account sees and says what GuardDuty does in all accounts.
  public static func threatDetectionAdministrator(
    _ id: String, _ account: any Input<String>, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let input: Document = ["AdminAccountId": Document(account)]
    return Action(
      id, "another account administers GuardDuty", run: .call("guardduty", "EnableOrganizationAdminAccount", input),
      proof: .call("guardduty", "ListOrganizationAdminAccounts").lists("AdminAccounts", input),
      undo: .call("guardduty", "DisableOrganizationAdminAccount", input), fileID: fileID, line: line, column: column)
  }

  /// GuardDuty enrolls all accounts of the organization, those that come later too; in the account that administers it, by its detector.
  ///
  /// Source: Amazon GuardDuty API Reference, `UpdateOrganizationConfiguration`.
  public static func threatDetectionEnrollment(
    _ id: String = "threat-detection-enrollment", by detector: any Input<String>, fileID: String = #fileID, line: Int = #line,
    column: Int = #column
  ) -> Action {
    let which: [String: Document] = ["DetectorId": Document(detector)]
    func enrolling(_ members: String) -> Action.Call {
      .call(
        "guardduty", "UpdateOrganizationConfiguration",
        Document(which.merging(["AutoEnableOrganizationMembers": Document(members)]) { $1 }))
    }
    return Action(
      id, "GuardDuty enrolls every account", run: enrolling("ALL"),
      proof: .call("guardduty", "DescribeOrganizationConfiguration", Document(which)).shows("AutoEnableOrganizationMembers", "ALL"),
      undo: enrolling("NONE"), fileID: fileID, line: line, column: column)
  }

  /// The account that administers Security Hub sees the findings of these accounts of its organization.
  ///
  /// Accounts that join later are enrolled by Security Hub's own setting, those that are there already are not. Source: AWS Security Hub API
  /// Reference, `CreateMembers`.
  public static func findingMembers(
    id: String = "finding-members", _ accounts: [Account], fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    let members = accounts.map { ["AccountId": Document($0)] as Document }
    var proof = Proof.call("securityhub", "ListMembers")
    for member in members { proof = proof.lists("Members", member) }
    return Action(
      id, "findings of all accounts are seen", run: .call("securityhub", "CreateMembers", ["AccountDetails": Document(members)]),
      proof: proof, undo: .call("securityhub", "DisassociateMembers", ["AccountIds": Document(accounts.map { Document($0) })]),
      fileID: fileID, line: line, column: column)
  }

  /// An account sets the rules of AWS Firewall Manager.
  public static func firewallAdministrator(
    _ id: String, _ account: any Input<String>, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    Action(
      id, "another account administers Firewall Manager", run: .call("fms", "AssociateAdminAccount", ["AdminAccount": Document(account)]),
      proof: .call("fms", "GetAdminAccount").shows("AdminAccount", Document(account)), fileID: fileID, line: line, column: column)
  }

  /// Resources are shared with the whole organization without invitations.
  public static func resourceSharing(
    _ id: String = "resource-sharing", fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Action {
    Action(
      id, "resources are shared within the organization", run: .call("ram", "EnableSharingWithAwsOrganization"),
      proof: .call("organizations", "ListAWSServiceAccessForOrganization")
        .lists("EnabledServicePrincipals", ["ServicePrincipal": "ram.amazonaws.com"]),
      fileID: fileID, line: line, column: column)
  }
}
