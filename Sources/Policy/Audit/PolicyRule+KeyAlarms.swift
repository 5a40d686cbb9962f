import StrataModel

extension PolicyRule {
  static let keyAlarms = PolicyRule(
    "R18", "kms-alarms", title: "Somebody hears when a key is disabled or about to be deleted",
    why: "within the window a key can be called back, after it nothing can be read",
    remedy: "add a metric filter and an alarm with a topic: SecurityAlarms(…, events: [.keyDisabled, .keyDeletion])",
    controls: [.hipaa("164.308(a)(6)(ii)"), .soc2("CC7.3"), .awsFoundations("4.7")]
  ) { context, assessment in
    let paths = AlarmPaths(context)
    for (trail, group) in context.watchedTrails {
      for event in ["DisableKey", "ScheduleKeyDeletion"] {
        assessment.require(
          group.map { paths.watches($0, for: [event]) } ?? false, of: trail, at: "CloudWatchLogsLogGroupArn",
          "no alarm with a topic watches the trail for \(event)")
      }
    }
  }
}
