import StrataDeployment
import StrataModel

/// The accounts that administer a security service for an organization.
///
/// Source: the API references of GuardDuty, Macie and Inspector, EnableOrganizationAdminAccount and its counterparts; Firewall Manager API reference,
/// AssociateAdminAccount.
enum DelegationOperations {
  /// How a service words its delegation.
  private struct Wording {
    let parameter: String
    let list: String
    let account: String
    let status: String
  }

  private static let wordings = [
    "guardduty": Wording(parameter: "AdminAccountId", list: "AdminAccounts", account: "AdminAccountId", status: "AdminStatus"),
    "macie2": Wording(parameter: "adminAccountId", list: "adminAccounts", account: "accountId", status: "status"),
    "securityhub": Wording(parameter: "AdminAccountId", list: "AdminAccounts", account: "AccountId", status: "Status"),
  ]

  static let operations: Set<String> = {
    var names: Set<String> = ["fms:AssociateAdminAccount", "fms:DisassociateAdminAccount", "fms:GetAdminAccount"]
    for service in wordings.keys {
      names.formUnion(
        ["DisableOrganizationAdminAccount", "EnableOrganizationAdminAccount", "ListOrganizationAdminAccounts"].map { "\(service):\($0)" })
    }
    return names
  }()

  static func answer(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    let service = input.request.service
    // Firewall Manager has one administrator for the whole organization, the others one in each region.
    let key = input.key("\(service):administrator", isGlobal: service == "fms")
    let present = store.settings[key]?.text("Account")
    switch input.request.operation {
    case "AssociateAdminAccount":
      try input.allow("AdminAccount")
      store.set(key, ["Account": .string(try OrganizationOperations.member(input, "AdminAccount", store))])
    case "DisassociateAdminAccount": store.set(key, nil)
    case "GetAdminAccount":
      guard let present else { throw input.missing("ResourceNotFoundException", "No default admin account is set") }
      return ["AdminAccount": .string(present), "RoleStatus": "READY"]
    default: return try delegate(input, key, present, &store)
    }
    return [:]
  }

  private static func delegate(
    _ input: ServiceInput, _ key: CloudStore.ObjectKey, _ present: String?, _ store: inout CloudStore
  ) throws(ProviderError) -> PropertyValue {
    guard let wording = wordings[input.request.service] else { throw ServiceTable.unknown(input.request) }
    switch input.request.operation {
    case "EnableOrganizationAdminAccount":
      let member = try OrganizationOperations.member(input, wording.parameter, store)
      if let present, present != member {
        throw ProviderError(
          .invalidRequest, "The account \(present) is the delegated administrator already", serviceCode: "BadRequestException")
      }
      store.set(key, ["Account": .string(member)])
      return [:]
    case "DisableOrganizationAdminAccount":
      store.set(key, nil)
      return [:]
    case "ListOrganizationAdminAccounts":
      guard let present else { return .object([wording.list: []]) }
      return .object([wording.list: [.object([wording.account: .string(present), wording.status: "ENABLED"])]])
    default: throw ServiceTable.unknown(input.request)
    }
  }
}
