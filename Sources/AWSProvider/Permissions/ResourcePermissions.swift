public import StrataModel

/// The IAM actions that steps of a plan need, by the type of their resource.
public enum ResourcePermissions {
  /// The actions of one step on a type with a direct handler, ascending; `nil` for a type that goes through Cloud Control.
  ///
  /// A create needs to read and to find as well: that is how an interrupted one is resolved, and how what an upsert would overwrite is seen.
  public static func actions(ofType type: String, for operation: PlanStep.Operation) -> [IAMAction]? {
    guard let handler = HandlerOperations.all[type] else { return nil }
    let operations: [HandlerOperations.Name]
    switch operation {
    case .create: operations = handler.create + handler.tagging + handler.read + handler.list + handler.readiness
    case .update: operations = handler.update + handler.read + handler.readiness
    case .adopt: operations = handler.update + handler.read + handler.list + handler.readiness
    case .delete: operations = handler.delete + handler.read + handler.readiness
    case .keep, .forget, .note: return []
    }
    return Set(operations.flatMap(IAMAction.needed)).sorted()
  }

  /// The actions on Cloud Control itself.
  ///
  /// The services' own actions come on top; each type's schema lists them under `handlers`.
  public static func cloudControlActions(for operation: PlanStep.Operation) -> [IAMAction] {
    let names: [String]
    switch operation {
    case .create: names = ["CreateResource", "GetResource", "GetResourceRequestStatus", "ListResources"]
    case .update, .adopt: names = ["GetResource", "GetResourceRequestStatus", "UpdateResource"]
    case .delete: names = ["DeleteResource", "GetResource", "GetResourceRequestStatus"]
    case .keep, .forget, .note: names = []
    }
    return names.map { IAMAction("cloudformation", $0) }
  }
}
