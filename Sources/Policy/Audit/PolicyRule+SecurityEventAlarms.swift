import StrataModel

extension PolicyRule {
  /// The events that the CIS AWS Foundations Benchmark asks alarms for, each with words that a filter for it has to hold.
  private static let events: [(what: String, words: [String])] = [
    ("refused calls", ["UnauthorizedOperation", "AccessDenied"]),
    ("use of the root user", ["Root", "userIdentity.type"]),
    ("console sign-ins without a second factor", ["ConsoleLogin", "MFAUsed"]),
    ("changes of IAM policies", ["PutRolePolicy", "AttachRolePolicy"]),
    ("changes of trails", ["StopLogging", "DeleteTrail"]),
    ("changes of security groups", ["AuthorizeSecurityGroupIngress"]),
    ("changes of network access lists", ["CreateNetworkAclEntry"]),
  ]

  static let securityEventAlarms = PolicyRule(
    "R19", "security-event-alarms", title: "Somebody hears of the calls that an intrusion begins with",
    why: "days pass between an intrusion and its discovery where nobody is called",
    remedy: "add SecurityAlarms to the trail's log group",
    controls: [.pciDSS("10.4"), .soc2("CC7.2"), .awsFoundations("4.1")]
  ) { context, assessment in
    let paths = AlarmPaths(context)
    for (trail, group) in context.watchedTrails {
      let missing = events.filter { event in !(group.map { paths.watches($0, for: event.words) } ?? false) }
      assessment.require(
        missing.isEmpty, of: trail, at: "CloudWatchLogsLogGroupArn",
        "no alarm with a topic watches the trail for \(missing.map(\.what).joined(separator: ", "))")
    }
  }
}
