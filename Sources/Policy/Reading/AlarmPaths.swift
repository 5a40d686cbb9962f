import StrataModel

/// The ways from a log group over a metric filter to an alarm that somebody hears.
struct AlarmPaths {
  /// A filter of a log group with the alarms on its metric that notify a topic.
  struct Watch {
    let filter: ResourceNode
    let group: ResourceNode?
    let pattern: String
    let alarms: [ResourceNode]
  }

  let watches: [Watch]

  init(_ context: PolicyContext) {
    var alarmsByMetric: [String: [ResourceNode]] = [:]
    for alarm in context.all("AWS::CloudWatch::Alarm") where !Self.topics(of: alarm, context).isEmpty {
      let metric = "\(alarm.properties["Namespace"]?.shownText ?? "")/\(alarm.properties["MetricName"]?.shownText ?? "")"
      alarmsByMetric["\(alarm.placement.account) \(metric)", default: []].append(alarm)
    }
    watches = context.all("AWS::Logs::MetricFilter").map { filter in
      var alarms: [ResourceNode] = []
      for transformation in filter.properties["MetricTransformations"]?.elements ?? [] {
        let metric = "\(transformation["MetricNamespace"]?.shownText ?? "")/\(transformation["MetricName"]?.shownText ?? "")"
        alarms += alarmsByMetric["\(filter.placement.account) \(metric)"] ?? []
      }
      return Watch(
        filter: filter, group: Self.group(of: filter, context), pattern: filter.properties["FilterPattern"]?.shownText ?? "", alarms: alarms
      )
    }
  }

  /// The log group that a filter reads.
  private static func group(of filter: ResourceNode, _ context: PolicyContext) -> ResourceNode? {
    if let node = context.targets(in: filter.properties["LogGroupName"]).first { return node }
    guard let name = filter.properties["LogGroupName"]?.stringValue else { return nil }
    return context.all("AWS::Logs::LogGroup").first {
      $0.properties["LogGroupName"]?.stringValue == name && $0.placement.account == filter.placement.account
    }
  }

  /// The topics that an alarm notifies; an ARN of a topic elsewhere counts.
  static func topics(of alarm: ResourceNode, _ context: PolicyContext) -> [PropertyValue] {
    guard alarm.properties["ActionsEnabled"]?.isFalse != true else { return [] }
    return (alarm.properties["AlarmActions"]?.elements ?? []).filter { action in
      if let node = context.target(of: action) { return node.type == "AWS::SNS::Topic" }
      return action.leadingText.contains(":sns:")
    }
  }

  /// Whether an alarm that is heard watches for all of some words in the events of a log group.
  func watches(_ group: ResourceNode, for words: [String]) -> Bool {
    watches.contains { watch in
      watch.group?.address == group.address && !watch.alarms.isEmpty && words.allSatisfy { watch.pattern.contains($0) }
    }
  }
}
