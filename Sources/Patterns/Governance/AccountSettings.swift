import StrataAWS
public import StrataLanguage

/// Settings of an account that have no resource type, set by AWS itself every hour.
///
/// Creates a `Scheduler.Schedule` for each setting and one `IAM.Role` that may change these settings and nothing else. EventBridge Scheduler calls
/// the operation in the account's name (EventBridge Scheduler User Guide, "Using universal targets"), so a setting that somebody changes by hand
/// comes back within an hour. A setting is in force after the first call, not when the deployment ends; destroying the schedule leaves it as it is.
@Component
public final class AccountSettings {
  public let id: String
  let name: String
  let settings: [AccountSetting]

  public lazy var role = ServiceRole("role", for: "scheduler", name: "\(name)-account-settings") {
    Allow(settings.flatMap(\.permissions), on: ["*"])  // Operations on the account itself, which take no resource.
  }

  public var body: some Infrastructure {
    for setting in settings {
      Scheduler.Schedule(
        setting.id, flexibleTimeWindow: .init(mode: .off), scheduleExpression: "rate(1 hour)",
        target: .init(
          arn: "arn:\(AWS.partition):scheduler:::aws-sdk:\(setting.service):\(setting.operation)", roleArn: role,
          input: setting.input.jsonText),
        description: setting.description, name: "\(name)-\(setting.id)")
    }
  }
}
