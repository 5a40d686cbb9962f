import StrataDeployment
import StrataModel

/// The accounts that a security service's administrator sees.
///
/// Source: GuardDuty API reference, UpdateOrganizationConfiguration; Security Hub API reference, CreateMembers, ListMembers, DisassociateMembers.
enum EnrollmentOperations {
  static let operations: Set<String> = [
    "guardduty:UpdateOrganizationConfiguration", "guardduty:DescribeOrganizationConfiguration", "securityhub:CreateMembers",
    "securityhub:ListMembers", "securityhub:DisassociateMembers",
  ]

  static func answer(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    guard administers(input, store) else {
      throw ProviderError(
        .accessDenied, "The account \(input.placement.account) does not administer \(input.request.service) for an organization",
        serviceCode: input.request.service == "guardduty" ? "BadRequestException" : "InvalidAccessException")
    }
    switch input.request.name {
    case "guardduty:UpdateOrganizationConfiguration":
      try input.allow("DetectorId", "AutoEnableOrganizationMembers")
      let key = input.key(enrollment, try detector(input, store))
      store.set(key, ["Members": .string(try input.choice("AutoEnableOrganizationMembers", "NEW", "ALL", "NONE"))])
      return [:]
    case "guardduty:DescribeOrganizationConfiguration":
      try input.allow("DetectorId", "MaxResults", "NextToken")
      let members = store.settings[input.key(enrollment, try detector(input, store))]?.text("Members") ?? "NONE"
      return [
        "AutoEnable": .bool(members != "NONE"), "AutoEnableOrganizationMembers": .string(members), "MemberAccountLimitReached": false,
      ]
    case "securityhub:CreateMembers":
      try input.allow("AccountDetails")
      var refused: [PropertyValue] = []
      for detail in try input.list("AccountDetails") {
        guard let account = detail["AccountId"]?.stringValue else { throw input.invalid("AccountDetails needs 'AccountId'") }
        if isMember(account, store) {
          store.set(input.key(member, account), ["Status": "Enabled"])
        } else {
          refused.append(["AccountId": .string(account), "ProcessingResult": "The account is not a member of the organization"])
        }
      }
      return ["UnprocessedAccounts": .array(refused)]
    case "securityhub:ListMembers":
      try input.allow("OnlyAssociated", "MaxResults", "NextToken")
      let members = store.settings(of: member, in: CloudScope(input.placement, isGlobal: false))
      return ["Members": .array(members.map { ["AccountId": .string($0.name), "MemberStatus": "Enabled"] })]
    case "securityhub:DisassociateMembers":
      try input.allow("AccountIds")
      for account in try input.list("AccountIds") { store.set(input.key(member, account.stringValue ?? ""), nil) }
      return [:]
    default: throw ServiceTable.unknown(input.request)
    }
  }

  private static let enrollment = "guardduty:enrollment"
  private static let member = "securityhub:member"

  /// Whether somebody made the caller's account the service's administrator in this region, by a call or by a resource.
  ///
  /// The number of an account that was made in this cloud is the cloud's invention, and a program places what belongs in there under the number
  /// that it knows: so an account that was not made here can be the one that was named.
  private static func administers(_ input: ServiceInput, _ store: CloudStore) -> Bool {
    let (account, service) = (input.placement.account, input.request.service)
    let isNamed = store.settings.contains { setting in
      guard setting.key.type == "\(service):administrator", setting.key.scope.region == input.placement.region,
        let named = setting.value.text("Account")
      else { return false }
      return named == account || wasMade(named, store) && !wasMade(account, store)
    }
    return isNamed
      || service == "securityhub"
        && store.objects.values.contains {
          $0.type == "AWS::SecurityHub::DelegatedAdmin" && $0.region == input.placement.region && $0.phase != .deleting
            && $0.inputs.text("AdminAccountId") == account
        }
  }

  private static func detector(_ input: ServiceInput, _ store: CloudStore) throws(ProviderError) -> String {
    let detector = try input.text("DetectorId")
    let isThere = store.objects.values.contains {
      $0.type == "AWS::GuardDuty::Detector" && $0.identifier == detector && $0.scope.account == input.placement.account
        && $0.region == input.placement.region && $0.phase != .deleting
    }
    guard isThere else { throw input.missing("BadRequestException", "The input detectorId is not owned by the current account") }
    return detector
  }

  /// Whether an account is known to belong to the organization: it was made here, or something is in it.
  private static func isMember(_ account: String, _ store: CloudStore) -> Bool {
    wasMade(account, store) || store.objects.values.contains { $0.phase != .deleting && $0.scope.account == account }
  }

  private static func wasMade(_ account: String, _ store: CloudStore) -> Bool {
    store.objects.values.contains { $0.phase != .deleting && OrganizationOperations.isAccount($0, account) }
  }
}
