import AWSProvider
import StrataModel

extension PermissionPolicy {
  /// What a policy must know of a step.
  struct Step {
    var type: String
    var operation: PlanStep.Operation
    var placement: Placement
    /// The desired properties, with references replaced by what is known of them.
    var properties: PropertyObject?
    /// What is needed where the type does not tell.
    var actions: [IAMAction]?
    /// What is made, changed or deleted.
    var resource: KnownResource?
    /// The ARNs of what it refers to.
    var related: [String] = []

    /// What the step's actions are limited to.
    var scope: ActionScope {
      let known = resource ?? KnownResource(type: type, placement: placement, properties: properties ?? [:])
      if type.isEmpty && resource == nil { return ActionScope(placement: placement) }
      let named = ReferencedResources(of: known.properties, type: known.type, in: placement, names: nil)
      return ActionScope(of: known, related: resource == nil ? named.arns : related)
    }
  }
}

extension PermissionPolicy.Step {
  /// A step on a declared resource.
  init(_ node: ResourceNode, does operation: PlanStep.Operation, _ names: ResourceNames) {
    self.init(
      type: node.type, operation: operation, placement: node.placement, properties: names.filled(node.properties),
      resource: names[node.address],
      related: ReferencedResources(of: node.properties, type: node.type, in: node.placement, names: names).arns)
  }

  /// A question that is asked before planning.
  init(asking query: LookupQuery) {
    self.init(type: "", operation: .keep, placement: query.placement, actions: LookupPermissions.actions(for: query))
    switch query.subject {
    case .parameter(let name):
      resource = KnownResource(type: "AWS::SSM::Parameter", placement: query.placement, properties: ["Name": .string(name)])
    case .resource(let type, let identifier, _):
      resource = KnownResource(type: type, placement: query.placement, properties: [:], identifier: identifier)
    case .availabilityZones, .match, .account, .organization: break
    }
  }
}
