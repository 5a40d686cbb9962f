import AWSClient
import StrataModel

/// Instances that are kept warm for a version or alias, written and not read.
enum ProvisionedConcurrency {
  static func put(_ call: ResourceCall, _ arn: String) async throws {
    let function = QualifiedFunction(arn)
    let names: [String: AWSValue?] = ["FunctionName": .string(function.name), "Qualifier": .string(function.qualifier)]
    if let count = AWSValue(call.properties["ProvisionedConcurrencyConfig"]?["ProvisionedConcurrentExecutions"]) {
      let input = names.merging(["ProvisionedConcurrentExecutions": count]) { _, new in new }
      try await call.send("lambda", "PutProvisionedConcurrencyConfig", input)
    } else {
      try await call.send("lambda", "DeleteProvisionedConcurrencyConfig", names)
    }
  }
}
