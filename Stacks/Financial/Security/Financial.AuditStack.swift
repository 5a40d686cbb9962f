import Strata

extension Financial {
  /// The record of everything that happens in any account, and the alarms on it, in the management account.
  ///
  /// 4.5 "CloudTrail for API activity tracking": one trail for the organization. It needs trusted access for `cloudtrail.amazonaws.com`, an
  /// action of the organization's stack, and bucket and key in the log archive first.
  @Stack final class AuditStack {
    let settings: Settings
    let archive: LogArchiveStack
    let baseline: AccountBaselineStack

    lazy var trail = AuditTrail(
      "trail", name: settings.trail, bucket: archive.audit, key: archive.key, logGroup: "/financial/trail", retention: .years(1),
      isOfOrganization: true, logKey: baseline.key)

    var body: some Infrastructure {
      // 4.21 "Custom metric filters and alarms for security events"
      SecurityAlarms("security", name: "financial", trail: trail, topic: baseline.alarms.topic)

      Output("trail-arn", trail.trail.arn)
    }
  }
}
