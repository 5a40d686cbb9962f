import StrataDeployment
import StrataModel

extension DeploymentResult {
  /// The result for programs.
  ///
  /// A part of an environment has the addresses that were left for later beside it, as `leftOut`.
  func report(of plan: Plan, milliseconds: Int) -> PropertyValue {
    var object: PropertyObject = [
      "environment": .string(plan.environment), "complete": .bool(isComplete), "interrupted": .bool(counts.isInterrupted),
      "created": .integer(counts.created), "updated": .integer(counts.updated), "deleted": .integer(counts.deleted),
      "acted": .integer(counts.acted), "failed": .integer(counts.failed), "skipped": .integer(counts.skipped),
      "milliseconds": .integer(milliseconds),
      "serial": .integer(snapshot.serial), "failures": .array(failures.map(\.json)),
      "outputs": .object(
        PropertyObject(OutputRenderer.named(snapshot.outputs).map { ($0.name, $0.record.isSensitive ? .null : $0.record.value) })),
    ]
    if let selection = plan.selection { object["leftOut"] = .array(selection.leftOut.map { .string($0.address.path) }) }
    return .object(object)
  }
}
