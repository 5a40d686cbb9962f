import StrataDeployment
import StrataModel

/// What a management account allows in its organization.
///
/// Source: AWS Organizations API reference, EnableAWSServiceAccess, RegisterDelegatedAdministrator, EnablePolicyType; Resource Access Manager API
/// reference, EnableSharingWithAwsOrganization.
enum OrganizationOperations {
  static let operations: Set<String> = [
    "organizations:EnableAWSServiceAccess",
    "organizations:DisableAWSServiceAccess",
    "organizations:ListAWSServiceAccessForOrganization",
    "organizations:RegisterDelegatedAdministrator",
    "organizations:DeregisterDelegatedAdministrator",
    "organizations:ListDelegatedAdministrators",
    "organizations:EnablePolicyType",
    "organizations:DisablePolicyType",
    "organizations:ListRoots",
    "ram:EnableSharingWithAwsOrganization",
  ]

  static func answer(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    switch input.request.name {
    case "organizations:EnableAWSServiceAccess": return try access(true, input, &store)
    case "organizations:DisableAWSServiceAccess": return try access(false, input, &store)
    case "organizations:ListAWSServiceAccessForOrganization":
      try manages(input, store)
      let enabled = store.settings(of: access, in: CloudScope(input.placement, isGlobal: true))
      return ["EnabledServicePrincipals": .array(enabled.map { ["ServicePrincipal": .string($0.name)] })]
    case "organizations:RegisterDelegatedAdministrator":
      try input.allow("AccountId", "ServicePrincipal")
      let (account, service) = (try member(input, "AccountId", store), try input.text("ServicePrincipal"))
      let key = input.key(delegation, "\(service)|\(account)", isGlobal: true)
      guard store.settings[key] == nil else {
        throw ProviderError(
          .alreadyExists, "The account \(account) is a delegated administrator for \(service) already",
          serviceCode: "AccountAlreadyRegisteredException")
      }
      store.set(key, ["Account": .string(account), "Service": .string(service)])
      return [:]
    case "organizations:DeregisterDelegatedAdministrator":
      try input.allow("AccountId", "ServicePrincipal")
      try manages(input, store)
      let key = input.key(delegation, "\(try input.text("ServicePrincipal"))|\(try input.account("AccountId"))", isGlobal: true)
      guard store.settings[key] != nil else {
        throw input.missing("AccountNotRegisteredException", "The account is no delegated administrator")
      }
      store.set(key, nil)
      return [:]
    case "organizations:ListDelegatedAdministrators":
      try input.allow("ServicePrincipal", "MaxResults", "NextToken")
      try manages(input, store)
      let service = try input.optionalText("ServicePrincipal")
      let accounts = store.settings(of: delegation, in: CloudScope(input.placement, isGlobal: true)).compactMap { entry in
        service == nil || entry.value.text("Service") == service ? entry.value.text("Account") : nil
      }
      return ["DelegatedAdministrators": .array(Set(accounts).sorted().map { ["Id": .string($0), "Status": "ACTIVE"] })]
    case "organizations:EnablePolicyType": return try policies(true, input, &store)
    case "organizations:DisablePolicyType": return try policies(false, input, &store)
    case "organizations:ListRoots":
      let root = try root(input, store)
      let enabled = store.settings(of: policyType, in: CloudScope(input.placement, isGlobal: true))
      return [
        "Roots": [
          ["Id": .string(root), "Name": "Root", "PolicyTypes": .array(enabled.map { ["Status": "ENABLED", "Type": .string($0.name)] })]
        ]
      ]
    case "ram:EnableSharingWithAwsOrganization":
      try input.allow()
      try manages(input, store)
      store.set(input.key(access, "ram.amazonaws.com", isGlobal: true), ["Enabled": true])
      return ["returnValue": true]
    default: throw ServiceTable.unknown(input.request)
    }
  }

  private static let access = "organizations:service-access"
  private static let delegation = "organizations:delegated-administrator"
  private static let policyType = "organizations:policy-type"

  /// Refuses whoever manages no organization.
  static func manages(_ input: ServiceInput, _ store: CloudStore) throws(ProviderError) {
    guard organization(input, store) != nil else {
      throw ProviderError(
        .invalidRequest, "Your account is not a member of an organization, or does not manage it.",
        serviceCode: "AWSOrganizationsNotInUseException")
    }
  }

  private static func organization(_ input: ServiceInput, _ store: CloudStore) -> CloudObject? {
    store.objects.values.first {
      $0.type == "AWS::Organizations::Organization" && $0.scope.account == input.placement.account && $0.phase != .deleting
    }
  }

  /// An account that the organization has.
  static func member(_ input: ServiceInput, _ name: String, _ store: CloudStore) throws(ProviderError) -> String {
    try manages(input, store)
    let account = try input.account(name)
    let isMember = store.objects.values.contains { $0.scope.account == input.placement.account && isAccount($0, account) }
    guard isMember else {
      throw ProviderError(
        .invalidRequest, "The account \(account) is not a member of the organization", serviceCode: "AccountNotFoundException")
    }
    return account
  }

  /// Whether an object is the account of a number.
  static func isAccount(_ object: CloudObject, _ number: String) -> Bool {
    object.type == "AWS::Organizations::Account" && (object.identifier == number || object.attributes.text("AccountId") == number)
  }

  private static func access(_ isOn: Bool, _ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("ServicePrincipal")
    try manages(input, store)
    let service = try input.text("ServicePrincipal")
    guard service.hasSuffix(".amazonaws.com") else {
      throw ProviderError(.invalidRequest, "'\(service)' is no service principal", serviceCode: "InvalidInputException")
    }
    store.set(input.key(access, service, isGlobal: true), isOn ? ["Enabled": true] : nil)
    return [:]
  }

  private static func root(_ input: ServiceInput, _ store: CloudStore) throws(ProviderError) -> String {
    try manages(input, store)
    guard let root = organization(input, store)?.attributes.text("RootId") else {
      throw input.missing("RootNotFoundException", "The organization has no root")
    }
    return root
  }

  private static func policies(_ isOn: Bool, _ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("RootId", "PolicyType")
    let root = try root(input, store)
    guard try input.text("RootId") == root else { throw input.missing("RootNotFoundException", "There is no such root") }
    let type = try input.choice(
      "PolicyType", "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY", "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY",
      "CHATBOT_POLICY", "DECLARATIVE_POLICY_EC2")
    let key = input.key(policyType, type, isGlobal: true)
    if isOn, store.settings[key] != nil {
      throw ProviderError(.alreadyExists, "The policy type is enabled already", serviceCode: "PolicyTypeAlreadyEnabledException")
    }
    if !isOn, store.settings[key] == nil { throw input.missing("PolicyTypeNotEnabledException", "The policy type is not enabled") }
    store.set(key, isOn ? ["Enabled": true] : nil)
    return ["Root": ["Id": .string(root)]]
  }
}
