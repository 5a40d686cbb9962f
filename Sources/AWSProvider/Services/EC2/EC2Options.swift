import AWSClient
import StrataModel

extension ResourceCall {
  /// The member `Options` of an operation, made of the properties that CloudFormation has at the top.
  func ec2Options(_ operation: String, from properties: PropertyObject, renaming: [String: String] = [:]) -> AWSValue? {
    guard let shape = ServiceModels.aws.service("ec2")?.operation(operation)?.input?.member("Options")?.shape else { return nil }
    let members = ShapeInput(renaming: renaming).members(of: shape, from: properties).compactMapValues { $0 }
    return members.isEmpty ? nil : .structure(members)
  }
}
