import AWSClient
import StrataModel

/// The forms of an Auto Scaling group: CloudFormation's and the API's.
enum AutoScalingGroupDocument {
  private static let renaming = ["Cooldown": "DefaultCooldown"]

  /// The input of a create or update.
  static func input(_ call: ResourceCall, _ operation: String, _ properties: PropertyObject) -> [String: AWSValue?] {
    var input = call.input(
      "autoscaling", operation, from: properties, renaming: renaming, omitting: ["Tags", "VPCZoneIdentifier", "TrafficSources"])
    // The API wants the subnets in one text.
    let subnets = MemberChange.texts(properties["VPCZoneIdentifier"])
    if !subnets.isEmpty { input["VPCZoneIdentifier"] = .string(subnets.joined(separator: ",")) }
    if operation.hasPrefix("Create"), properties["TrafficSources"] != nil {
      let sources = PropertyObject(properties.fields.filter { $0.key == "TrafficSources" }.map { ($0.key, $0.value) })
      input.merge(call.input("autoscaling", operation, from: sources)) { _, new in new }
    }
    return input
  }

  /// The document of a group.
  static func output(_ call: ResourceCall, _ group: AWSValue) -> PropertyObject {
    var document = call.document(group, renaming: renaming, omitting: ["VPCZoneIdentifier", "LaunchTemplate"])
    let subnets = (group["VPCZoneIdentifier"]?.string ?? "").split(separator: ",").map { PropertyValue.string(String($0)) }
    if !subnets.isEmpty { document["VPCZoneIdentifier"] = .array(subnets) }
    // The answer names the template twice, of which a declaration may say only one.
    if var template = group["LaunchTemplate"]?.structure {
      template["LaunchTemplateName"] = nil
      document["LaunchTemplate"] = call.document(["LaunchTemplate": .structure(template)])["LaunchTemplate"]
    }
    let metrics = Dictionary(grouping: group["EnabledMetrics"]?.list ?? []) { $0["Granularity"]?.string ?? "1Minute" }
    document["MetricsCollection"] = .array(
      metrics.sorted { $0.key < $1.key }.map { granularity, metrics in
        .object([
          "Granularity": .string(granularity),
          "Metrics": .array(metrics.compactMap { $0["Metric"]?.string }.sorted().map { .string($0) }),
        ])
      })
    return document
  }

  /// The tags of a document in the API's form.
  static func tags(_ properties: PropertyObject, of group: String) -> AWSValue? {
    let tags = (properties["Tags"]?.arrayValue ?? []).compactMap { tag -> AWSValue? in
      guard let key = tag["Key"]?.stringValue else { return nil }
      return [
        "Key": .string(key), "Value": .string(tag["Value"]?.stringValue ?? ""), "ResourceId": .string(group),
        "ResourceType": "auto-scaling-group", "PropagateAtLaunch": .bool(tag["PropagateAtLaunch"]?.boolValue ?? false),
      ]
    }
    return tags.isEmpty ? nil : .list(tags)
  }
}
