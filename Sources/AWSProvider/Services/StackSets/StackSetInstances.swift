import AWSClient
import StrataModel

/// A group of stack instances as it is declared: targets, regions and overrides.
struct StackSetInstances: Hashable {
  var targets: PropertyValue
  var overrides: PropertyValue?
  var regions: [String]

  /// The groups of a stack set's properties.
  static func groups(_ properties: PropertyObject) -> [StackSetInstances] {
    (properties["StackInstancesGroup"]?.arrayValue ?? []).map { group in
      StackSetInstances(
        targets: group["DeploymentTargets"] ?? .object([:]), overrides: group["ParameterOverrides"],
        regions: group["Regions"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    }
  }

  /// The regions of each group that no other group with the same targets, and the same overrides if those matter, has.
  static func regions(
    of groups: [StackSetInstances], missingIn others: [StackSetInstances], comparingOverrides: Bool
  ) -> [StackSetInstances] {
    groups.compactMap { group in
      let covered = others.filter { $0.targets == group.targets && (!comparingOverrides || $0.overrides == group.overrides) }
        .flatMap(\.regions)
      var rest = group
      rest.regions.removeAll { covered.contains($0) }
      return rest.regions.isEmpty ? nil : rest
    }
  }

  /// The members that operations on stack instances take.
  ///
  /// A set with permissions of its own takes accounts; one with permissions of the service takes targets.
  func input(_ call: ResourceCall, _ operation: String) -> [String: AWSValue?] {
    var properties: PropertyObject = ["Regions": .array(regions.map { .string($0) })]
    properties["ParameterOverrides"] = overrides
    properties["OperationPreferences"] = call.properties["OperationPreferences"]
    properties["CallAs"] = call.properties["CallAs"]
    if call.text("PermissionModel") == "SELF_MANAGED", targets["AccountsUrl"] == nil {
      properties["Accounts"] = targets["Accounts"]
    } else {
      properties["DeploymentTargets"] = targets
    }
    return call.input("cloudformation", operation, from: properties)
  }
}
