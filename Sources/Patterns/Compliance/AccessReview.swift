public import StrataAWS
public import StrataLanguage

/// What makes somebody look at who has access to what: findings all the time, and a reminder each quarter.
///
/// Creates an `AccessAnalyzer.Analyzer` for access from outside of the account and, with `findsUnusedAccess`, one for roles, users and
/// permissions that nobody has used for 90 days, which AWS charges for by the role and user; and a ``Reminder``.
@Component
public final class AccessReview {
  public let id: String
  let name: String
  let topic: SNS.Topic
  let key: any StrataLanguage.Reference<KMS.Key>
  var findsUnusedAccess = true
  /// 09:00 UTC on the first of January, April, July and October.
  var schedule = "cron(0 9 1 1,4,7,10 ? *)"

  public var body: some Infrastructure {
    AccessAnalyzer.Analyzer("outside-access", type: "ACCOUNT", analyzerName: "\(name)-outside-access")
    if findsUnusedAccess {
      AccessAnalyzer.Analyzer(
        "unused-access", type: "ACCOUNT_UNUSED_ACCESS",
        analyzerConfiguration: .init(unusedAccessConfiguration: .init(unusedAccessAge: 90)), analyzerName: "\(name)-unused-access")
    }
    Reminder(
      "reminder", name: "\(name)-access-review", description: "Reminds of the access review",
      message: "Review who may use the keys and data of \(name): IAM Access Analyzer.", topic: topic, key: key, schedule: schedule)
  }
}
