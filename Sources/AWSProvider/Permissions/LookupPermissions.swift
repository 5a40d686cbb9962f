public import StrataModel

/// The IAM actions that reading a lookup needs.
public enum LookupPermissions {
  /// The actions, ascending; none for what every caller may ask.
  public static func actions(for query: LookupQuery) -> [IAMAction] {
    switch query.subject {
    case .parameter: [IAMAction("ssm", "GetParameter")]
    case .availabilityZones: [IAMAction("ec2", "DescribeAvailabilityZones")]
    case .organization: [IAMAction("organizations", "DescribeOrganization")]
    case .account: []
    case .resource(let type, _, _): reading(type) { $0.read }
    case .match(let type, _, _): reading(type) { $0.list + $0.read }
    }
  }

  private static func reading(_ type: String, _ operations: (HandlerOperations) -> [HandlerOperations.Name]) -> [IAMAction] {
    guard let handler = HandlerOperations.all[type] else {
      return ["GetResource", "ListResources"].map { IAMAction("cloudformation", $0) }
    }
    return Set(operations(handler).flatMap(IAMAction.needed)).sorted()
  }
}
