import AWSClient
import StrataModel

extension ResourceCall {
  /// The desired tags as ECS writes them.
  var ecsTags: AWSValue? { tagList(key: "key", value: "value") }

  func updateECSTags(_ arn: String) async throws {
    let resource = AWSValue.string(arn)
    try await updateTags { tags in
      try await send("ecs", "TagResource", ["resourceArn": resource, "tags": .tagList(tags, key: "key", value: "value")])
    } remove: { keys in
      try await send("ecs", "UntagResource", ["resourceArn": resource, "tagKeys": .strings(keys)])
    }
  }

  /// A cluster that is not gone; ECS shows a deleted one for a while, in state INACTIVE.
  func ecsCluster(_ name: String, including parts: [String]) async throws(AWSError) -> AWSValue? {
    let answer = try await find(
      "ecs", "DescribeClusters", ["clusters": .strings([name]), "include": .strings(parts)], absent: ["ClusterNotFoundException"])
    return answer?["clusters"]?.list?.first { $0["status"]?.string != "INACTIVE" }
  }
}
