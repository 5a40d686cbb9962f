import StrataDeployment
import StrataModel

extension DeploymentResult {
  /// The result for programs.
  func report(environment: String, milliseconds: Int) -> PropertyValue {
    [
      "environment": .string(environment), "complete": .bool(isComplete), "interrupted": .bool(counts.isInterrupted),
      "created": .integer(counts.created), "updated": .integer(counts.updated), "deleted": .integer(counts.deleted),
      "failed": .integer(counts.failed), "skipped": .integer(counts.skipped), "milliseconds": .integer(milliseconds),
      "serial": .integer(snapshot.serial), "failures": .array(failures.map(\.json)),
      "outputs": .object(
        PropertyObject(OutputRenderer.named(snapshot.outputs).map { ($0.name, $0.record.isSensitive ? .null : $0.record.value) })),
    ]
  }
}
