import AWSClient
import StrataModel

/// Auto Scaling groups: autoscaling:CreateAutoScalingGroup and its companions.
///
/// Metrics, notifications, hooks and load balancers are calls of their own. Notifications are not read back. Instances that run keep the template
/// they were launched with; a change reaches them when they are replaced.
struct AutoScalingGroupHandler: ResourceHandler {
  static let type = "AWS::AutoScaling::AutoScalingGroup"
  static let waits: Set<Intent.Operation> = [.create, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("AutoScalingGroupName")
    var input = AutoScalingGroupDocument.input(call, "CreateAutoScalingGroup", call.properties)
    input["Tags"] = AutoScalingGroupDocument.tags(call.properties, of: name)
    try await call.send("autoscaling", "CreateAutoScalingGroup", input)
    try await call.complete(name) {
      try await collectMetrics(call, name)
      try await notify(call, name)
    }
    return CreatedObject(name)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await describe(call).map { AutoScalingGroupDocument.output(call, $0) }
  }

  func update(_ call: ResourceCall) async throws {
    let group = AWSValue.string(call.identifier)
    let parts = call.changed.subtracting(Self.elsewhere)
    if !parts.isEmpty {
      let wanted = Self.defaults.merging(call.properties)
      let properties = PropertyObject(wanted.fields.filter { parts.contains($0.key) }.map { ($0.key, $0.value) })
      var input = AutoScalingGroupDocument.input(call, "UpdateAutoScalingGroup", properties)
      input["AutoScalingGroupName"] = group
      try await call.send("autoscaling", "UpdateAutoScalingGroup", input)
    }
    for (property, what) in [("TargetGroupARNs", "LoadBalancerTargetGroups"), ("LoadBalancerNames", "LoadBalancers")] {
      let change = call.memberChange(property)
      if !change.added.isEmpty {
        try await call.send("autoscaling", "Attach" + what, ["AutoScalingGroupName": group, property: .strings(change.added)])
      }
      if !change.removed.isEmpty {
        try await call.send("autoscaling", "Detach" + what, ["AutoScalingGroupName": group, property: .strings(change.removed)])
      }
    }
    if call.changed.contains("TrafficSources") {
      let before = call.previous["TrafficSources"]?.arrayValue ?? []
      let wanted = call.properties["TrafficSources"]?.arrayValue ?? []
      try await send(call, "AttachTrafficSources", "TrafficSources", wanted.filter { !before.contains($0) })
      try await send(call, "DetachTrafficSources", "TrafficSources", before.filter { !wanted.contains($0) })
    }
    if call.changed.contains("LifecycleHookSpecificationList") { try await updateHooks(call) }
    if call.changed.contains("MetricsCollection") {
      if call.previous["MetricsCollection"] != nil {
        try await call.send("autoscaling", "DisableMetricsCollection", ["AutoScalingGroupName": group])
      }
      try await collectMetrics(call, call.identifier)
    }
    if call.changed.contains("NotificationConfigurations") || call.changed.contains("NotificationConfiguration") {
      try await notify(call, call.identifier)
    }
    try await updateTags(call)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let group = AWSValue.string(call.identifier)
    if call.liftsProtection, call.text("DeletionProtection") ?? "none" != "none" {
      try await call.send("autoscaling", "UpdateAutoScalingGroup", ["AutoScalingGroupName": group, "DeletionProtection": "none"])
    }
    // With force the instances go with the group, and there is no need to scale it to zero before.
    try await call.send("autoscaling", "DeleteAutoScalingGroup", ["AutoScalingGroupName": group, "ForceDelete": true])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("AutoScalingGroupName") { return [name] }
    return try await call.pages("autoscaling", "DescribeAutoScalingGroups").compactMap { $0["AutoScalingGroupName"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let group = try await describe(call) else { return .pending(after: 1_000) }
    if operation == .delete { return .pending(after: 5_000) }
    let working = (group["Instances"]?.list ?? []).filter { $0["LifecycleState"]?.string == "InService" }.count
    if working >= group["MinSize"]?.integer ?? 0 { return .ready }
    let activities = try await call.send(
      "autoscaling", "DescribeScalingActivities", ["AutoScalingGroupName": .string(call.identifier), "MaxRecords": 1])
    if let activity = activities["Activities"]?.list?.first, activity["StatusCode"]?.string == "Failed" {
      return .failed(activity["StatusMessage"]?.string ?? "The group could not launch its instances.")
    }
    return .pending(after: 5_000)
  }

  // MARK: Parts

  /// What UpdateAutoScalingGroup does not change.
  private static let elsewhere: Set<String> = [
    "Tags", "MetricsCollection", "NotificationConfigurations", "NotificationConfiguration", "LifecycleHookSpecificationList",
    "TargetGroupARNs", "LoadBalancerNames", "TrafficSources", "InstanceId", "AutoScalingGroupName",
  ]

  /// What a property is when nobody declares it (API reference, CreateAutoScalingGroup).
  private static let defaults: PropertyObject = [
    "Cooldown": .string("300"), "HealthCheckType": .string("EC2"), "HealthCheckGracePeriod": .integer(0),
    "TerminationPolicies": .array([.string("Default")]), "NewInstancesProtectedFromScaleIn": .bool(false),
    "CapacityRebalance": .bool(false),
    "MaxInstanceLifetime": .integer(0), "DefaultInstanceWarmup": .integer(-1), "DeletionProtection": .string("none"),
  ]

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.send("autoscaling", "DescribeAutoScalingGroups", ["AutoScalingGroupNames": .strings([call.identifier])])[
      "AutoScalingGroups"]?.list?.first
  }

  private func send(_ call: ResourceCall, _ operation: String, _ member: String, _ elements: [PropertyValue]) async throws {
    guard !elements.isEmpty else { return }
    var input = call.input("autoscaling", operation, from: [member: .array(elements)])
    input["AutoScalingGroupName"] = .string(call.identifier)
    try await call.send("autoscaling", operation, input)
  }

  private func collectMetrics(_ call: ResourceCall, _ group: String) async throws {
    for collection in call.properties["MetricsCollection"]?.arrayValue ?? [] {
      var input = call.input("autoscaling", "EnableMetricsCollection", from: collection.objectValue ?? [:])
      input["AutoScalingGroupName"] = .string(group)
      try await call.send("autoscaling", "EnableMetricsCollection", input)
    }
  }

  private func notify(_ call: ResourceCall, _ group: String) async throws {
    let wanted = notifications(call.properties)
    for (topic, kinds) in wanted.sorted(by: { $0.key < $1.key }) {
      try await call.send(
        "autoscaling", "PutNotificationConfiguration",
        ["AutoScalingGroupName": .string(group), "TopicARN": .string(topic), "NotificationTypes": .strings(kinds)])
    }
    for topic in notifications(call.previous).keys.sorted() where wanted[topic] == nil {
      try await call.send(
        "autoscaling", "DeleteNotificationConfiguration", ["AutoScalingGroupName": .string(group), "TopicARN": .string(topic)])
    }
  }

  /// The kinds of notifications by topic.
  private func notifications(_ properties: PropertyObject) -> [String: [String]] {
    var result: [String: [String]] = [:]
    let all = (properties["NotificationConfigurations"]?.arrayValue ?? []) + [properties["NotificationConfiguration"]].compactMap { $0 }
    for entry in all {
      let topics = entry["TopicARN"]?.stringValue.map { [$0] } ?? MemberChange.texts(entry["TopicARN"])
      for topic in topics { result[topic, default: []] += MemberChange.texts(entry["NotificationTypes"]) }
    }
    return result
  }

  private func updateHooks(_ call: ResourceCall) async throws {
    let before = call.previous["LifecycleHookSpecificationList"]?.arrayValue ?? []
    let wanted = call.properties["LifecycleHookSpecificationList"]?.arrayValue ?? []
    let names = Set(wanted.compactMap { $0["LifecycleHookName"]?.stringValue })
    let group = AWSValue.string(call.identifier)
    for hook in wanted where !before.contains(hook) {
      var input = call.input("autoscaling", "PutLifecycleHook", from: hook.objectValue ?? [:])
      input["AutoScalingGroupName"] = group
      try await call.send("autoscaling", "PutLifecycleHook", input)
    }
    for name in before.compactMap({ $0["LifecycleHookName"]?.stringValue }) where !names.contains(name) {
      try await call.send("autoscaling", "DeleteLifecycleHook", ["AutoScalingGroupName": group, "LifecycleHookName": .string(name)])
    }
  }

  /// Tags bear whether instances get them, so that they are compared whole.
  private func updateTags(_ call: ResourceCall) async throws {
    let before = AutoScalingGroupDocument.tags(call.previous, of: call.identifier)?.list ?? []
    let wanted = AutoScalingGroupDocument.tags(call.properties, of: call.identifier)?.list ?? []
    let keys = Set(wanted.compactMap { $0["Key"]?.string })
    let dropped = before.filter { !keys.contains($0["Key"]?.string ?? "") }
    let changed = wanted.filter { !before.contains($0) }
    if !dropped.isEmpty { try await call.send("autoscaling", "DeleteTags", ["Tags": .list(dropped)]) }
    if !changed.isEmpty { try await call.send("autoscaling", "CreateOrUpdateTags", ["Tags": .list(changed)]) }
  }
}
