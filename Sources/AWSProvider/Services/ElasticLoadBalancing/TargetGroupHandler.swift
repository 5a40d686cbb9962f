import AWSClient
import StrataModel

/// Target groups: elasticloadbalancing:CreateTargetGroup and its companions.
///
/// Attributes and targets are calls of their own.
struct TargetGroupHandler: ResourceHandler {
  static let type = "AWS::ElasticLoadBalancingV2::TargetGroup"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("elbv2", "CreateTargetGroup", call.input("elbv2", "CreateTargetGroup"))
    guard let group = answer["TargetGroups"]?.list?.first, let arn = group["TargetGroupArn"]?.string else {
      throw ProviderFailure.invalid("elasticloadbalancing:CreateTargetGroup answered without a group.")
    }
    var document = document(call, group)
    try await call.complete(arn) {
      if let attributes = call.elbAttributes("TargetGroupAttributes") {
        let answer = try await call.send(
          "elbv2", "ModifyTargetGroupAttributes", ["TargetGroupArn": .string(arn), "Attributes": attributes])
        document["TargetGroupAttributes"] = call.elbAttributes(answer)
      }
      try await send(call, "RegisterTargets", arn, targets(call.properties))
    }
    return CreatedObject(arn, attributes: document)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let group = try await call.describeELB("DescribeTargetGroups", "TargetGroupArns", in: "TargetGroups") else { return nil }
    let arn = AWSValue.string(call.identifier)
    var document = document(call, group)
    let attributes = try await call.send("elbv2", "DescribeTargetGroupAttributes", ["TargetGroupArn": arn])
    document["TargetGroupAttributes"] = call.elbAttributes(attributes)
    let health = try await call.send("elbv2", "DescribeTargetHealth", ["TargetGroupArn": arn])["TargetHealthDescriptions"]?.list ?? []
    let targets = health.filter { $0["TargetHealth"]?["State"]?.string != "draining" }.compactMap { $0["Target"] }
    document["Targets"] = call.document(["Targets": .list(targets)])["Targets"]
    document["Tags"] = try await call.elbTags()
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    let checks = call.changed.filter { $0.hasPrefix("Health") || $0 == "UnhealthyThresholdCount" || $0 == "Matcher" }
    if !checks.isEmpty {
      let wanted = Self.defaults.merging(call.properties)
      let properties = PropertyObject(wanted.fields.filter { checks.contains($0.key) }.map { ($0.key, $0.value) })
      var input = call.input("elbv2", "ModifyTargetGroup", from: properties)
      input["TargetGroupArn"] = arn
      try await call.send("elbv2", "ModifyTargetGroup", input)
    }
    if call.changed.contains("TargetGroupAttributes"),
      let attributes = call.elbAttributeChanges("TargetGroupAttributes", defaults: Self.attributeDefaults)
    {
      try await call.send("elbv2", "ModifyTargetGroupAttributes", ["TargetGroupArn": arn, "Attributes": attributes])
    }
    if call.changed.contains("Targets") {
      let before = targets(call.previous)
      let wanted = targets(call.properties)
      try await send(call, "RegisterTargets", call.identifier, wanted.filter { !before.contains($0) })
      try await send(call, "DeregisterTargets", call.identifier, before.filter { !wanted.contains($0) })
    }
    try await call.updateELBTags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("elbv2", "DeleteTargetGroup", ["TargetGroupArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let arn = filter.text("TargetGroupArn") { return [arn] }
    let all = try await call.pages("elbv2", "DescribeTargetGroups")
    let name = filter.text("Name")
    return all.filter { name == nil || $0["TargetGroupName"]?.string == name }.compactMap { $0["TargetGroupArn"]?.string }
  }

  /// Health checks of a new group for an application load balancer (API reference, CreateTargetGroup).
  private static let defaults: PropertyObject = [
    "HealthCheckEnabled": .bool(true), "HealthCheckIntervalSeconds": .integer(30), "HealthCheckPath": .string("/"),
    "HealthCheckPort": .string("traffic-port"), "HealthCheckProtocol": .string("HTTP"), "HealthCheckTimeoutSeconds": .integer(5),
    "HealthyThresholdCount": .integer(5), "UnhealthyThresholdCount": .integer(2), "Matcher": .object(["HttpCode": .string("200")]),
  ]

  private static let attributeDefaults = [
    "deregistration_delay.timeout_seconds": "300", "stickiness.enabled": "false", "slow_start.duration_seconds": "0",
    "load_balancing.algorithm.type": "round_robin", "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
    "load_balancing.algorithm.anomaly_mitigation": "off", "stickiness.lb_cookie.duration_seconds": "86400",
  ]

  private func targets(_ properties: PropertyObject) -> [PropertyValue] { properties["Targets"]?.arrayValue ?? [] }

  private func send(_ call: ResourceCall, _ operation: String, _ arn: String, _ targets: [PropertyValue]) async throws {
    guard !targets.isEmpty else { return }
    var input = call.input("elbv2", operation, from: ["Targets": .array(targets)])
    input["TargetGroupArn"] = .string(arn)
    try await call.send("elbv2", operation, input)
  }

  private func document(_ call: ResourceCall, _ group: AWSValue) -> PropertyObject {
    var document = call.document(group, renaming: ["Name": "TargetGroupName"])
    if let name = group["TargetGroupArn"]?.string?.after("targetgroup/") {
      document["TargetGroupFullName"] = .string("targetgroup/" + name)
    }
    return document
  }
}
