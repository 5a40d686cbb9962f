public import StrataModel

/// The IAM actions that running, proving and undoing an action needs.
public enum ActionPermissions {
  /// The actions of one step, ascending.
  public static func actions(for document: PropertyObject, _ operation: PlanStep.Operation) -> [IAMAction] {
    guard let action = ActionSpecification(document: document) else { return [] }
    let calls: [ServiceRequest]
    switch operation {
    case .create, .update: calls = [action.run, action.proof.read]
    case .delete: calls = [action.proof.read] + (action.undo.map { [$0] } ?? [])
    case .keep, .forget, .adopt, .note: calls = []
    }
    return Set(calls.flatMap { needed(for: $0) }).sorted()
  }

  /// Source of the exceptions: Service Authorization Reference, "Actions defined by Amazon S3", "… AWS Security Token Service" and "… Amazon
  /// GuardDuty": an account's public access block has actions of its own, and naming a delegated administrator is an act on the organization, too.
  private static func needed(for call: ServiceRequest) -> [IAMAction] {
    switch (call.service, call.operation) {
    case ("s3control", "PutPublicAccessBlock"), ("s3control", "DeletePublicAccessBlock"): [IAMAction("s3", "PutAccountPublicAccessBlock")]
    case ("s3control", "GetPublicAccessBlock"): [IAMAction("s3", "GetAccountPublicAccessBlock")]
    case ("inspector2", "Enable"): IAMAction.needed(for: call.name[...]) + [IAMAction("iam", "CreateServiceLinkedRole")]
    case (_, "EnableOrganizationAdminAccount"):
      IAMAction.needed(for: call.name[...])
        + ["DescribeOrganization", "EnableAWSServiceAccess", "RegisterDelegatedAdministrator"].map { IAMAction("organizations", $0) }
    case (_, "DisableOrganizationAdminAccount"):
      IAMAction.needed(for: call.name[...])
        + ["DeregisterDelegatedAdministrator", "DescribeOrganization"].map { IAMAction("organizations", $0) }
    default: IAMAction.needed(for: call.name[...])
    }
  }
}
