import AWSClient
import StrataModel

/// What the resources of AWS Backup share.
enum BackupResources {
  static let absent: Set<String> = ["ResourceNotFoundException"]

  /// The tags of a resource, under the name of the type's property for them.
  static func tags(_ call: ResourceCall, of arn: AWSValue?) async throws -> PropertyObject {
    guard let property = call.tagProperty, let arn else { return [:] }
    var tags: [String: AWSValue] = [:]
    var next: AWSValue?
    repeat {
      let page = try await call.send("backup", "ListTags", ["ResourceArn": arn, "NextToken": next])
      tags.merge(page["Tags"]?.structure ?? [:]) { _, new in new }
      next = page["NextToken"]
    } while next != nil
    return call.document([property: .structure(tags)])
  }

  static func updateTags(_ call: ResourceCall, of arn: AWSValue?) async throws {
    try await call.updateTags { tags in
      try await call.send("backup", "TagResource", ["ResourceArn": arn, "Tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send("backup", "UntagResource", ["ResourceArn": arn, "TagKeyList": .strings(keys)])
    }
  }

  /// The name within the ARN of a report plan or framework: `…:report-plan:name-uuid`; names have no hyphens.
  static func name(inARN arn: String) -> String {
    let tail = arn.split(separator: ":").last.map { String($0) } ?? arn
    return tail.split(separator: "-").first.map { String($0) } ?? tail
  }

  /// How far the deployment of a report plan or framework is.
  static func readiness(_ object: AWSValue?) -> Readiness {
    switch object?["DeploymentStatus"]?.string {
    case "CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS": .pending(after: 10_000)
    case "FAILED": .failed("AWS Backup could not deploy it: its status is FAILED.")
    default: .ready
    }
  }
}
