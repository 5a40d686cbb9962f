import StrataModel

extension PolicyContext {
  /// The trails that record, each with the log group that it delivers to.
  var watchedTrails: [(trail: ResourceNode, group: ResourceNode?)] {
    all("AWS::CloudTrail::Trail").filter { $0.properties["IsLogging"]?.isFalse != true }
      .map { ($0, targets(in: $0.properties["CloudWatchLogsLogGroupArn"]).first) }
  }
}
