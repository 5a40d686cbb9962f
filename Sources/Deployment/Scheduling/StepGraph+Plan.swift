import ResourceCatalog
import StrataModel

extension StepGraph {
  /// The graph of a plan's steps.
  ///
  /// - Throws: ``Failure`` for a plan whose steps wait for each other, or for steps that it does not have.
  init(_ plan: Plan, _ snapshot: StateSnapshot, _ schema: any SchemaFacts) throws(Failure) {
    let library = schema.library()
    var steps: [Step] = []
    steps.reserveCapacity(plan.steps.count)
    for step in plan.steps {
      let behavior = library[step.type].facts.behavior
      let properties = step.desired?.properties ?? snapshot.records[step.instance]?.inputs ?? [:]
      var group: String?
      if step.operation != .keep, let key = behavior.serialKey, let path = PropertyPath(parsing: key) {
        // Those that name no parent share the one that the service takes then.
        let parent = PropertyValue.object(properties)[path] ?? .null
        group = "\(step.type) \(step.placement) \(JSONWriter.text(of: parent))"
      }
      steps.append(
        Step(
          needs: step.needs, estimate: step.operation == .keep ? 0 : step.estimate, address: step.address,
          bucket: BucketKey(
            account: step.placement.account, region: step.placement.region, type: step.type,
            operation: step.operation == .adopt ? .update : step.operation),
          rate: step.operation == .create ? behavior.createRate : 0, serialGroup: group))
    }
    try self.init(steps)
  }
}

extension Scheduler {
  /// The expected time of the longest chain of steps, in milliseconds.
  var longestPath: Int { graph.remainingPath.max() ?? 0 }
}
