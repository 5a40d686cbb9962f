import Strata

extension Scrybe {
  /// "environment: dev/staging/production".
  enum Stage: String, Sendable {
    case dev
    case staging
    case production
  }

  /// The document's variables, with its names in Swift's spelling; the region is the environment's, `aws_region`.
  ///
  /// 2.3 Each has the type that it allows, and what a type cannot say is checked in ``problems``.
  struct Settings: Sendable {
    var environment: Stage

    /// "application_role_arn: IAM role ARN for the Scrybe app".
    ///
    /// 2.4 The role has to exist, because KMS refuses a policy with a principal that it does not know.
    var applicationRole: String

    /// "admin_role_arns: List of admin IAM role ARNs".
    var administratorRoles: [String]

    /// "emergency_access_role_arn: Break-glass access role", not required: the role's name, which the ARN ends in.
    ///
    /// 2.6 A name, because the stack makes the role itself: only then is it certain that the role asks for multi-factor authentication.
    var emergencyRole: String?

    /// "deletion_window_days: Key deletion wait (7-30)", "default: 30".
    var deletionWindowDays = 30

    /// Who hears of alarms: "Configure SNS topics for these alarms in production".
    var security: String?

    /// 2.17 "Cross-Region: Consider multi-region keys for DR": considered now, because a key cannot become one later.
    var recoveryRegion: Region?

    /// Whether the application's and administrators' roles are made here, or belong to somebody else and are there already.
    var makesRoles = true

    /// What runs the application, if its role is made here; the document does not say.
    var compute = "ecs-tasks"

    /// Where the settings stand, for what is wrong with them.
    var fileID = #fileID
    var line = #line

    /// "environments/staging.tfvars".
    static var staging: Settings {
      Settings(
        environment: .staging, applicationRole: "arn:aws:iam::123456789012:role/scrybe-staging-app",
        administratorRoles: ["arn:aws:iam::123456789012:role/scrybe-staging-admin"], line: #line)
    }

    /// "environments/production.tfvars".
    static var production: Settings {
      Settings(
        environment: .production, applicationRole: "arn:aws:iam::123456789012:role/scrybe-production-app",
        administratorRoles: ["arn:aws:iam::123456789012:role/scrybe-admin", "arn:aws:iam::123456789012:role/security-team"],
        emergencyRole: "scrybe-emergency", deletionWindowDays: 30, security: "security@scrybe.example", recoveryRegion: .usEast1,
        line: #line)
    }

    /// What is wrong with the values.
    var problems: [Problem] {
      var problems: [Problem] = []
      for role in [applicationRole] + administratorRoles where !Self.isRole(role) {
        problems.append(
          problem("'\(role)' is not the ARN of a role", remedy: "write it as arn:aws:iam::123456789012:role/name"))
      }
      if administratorRoles.isEmpty {
        problems.append(problem("nobody administers the key", remedy: "name at least one role in 'administratorRoles'"))
      }
      if administratorRoles.contains(applicationRole) {
        problems.append(
          problem(
            "the application's role administers the key, so that it could not use it", remedy: "give administrators a role of their own"))
      }
      if !(7...30).contains(deletionWindowDays) {
        problems.append(problem("'deletionWindowDays' is \(deletionWindowDays), and KMS takes 7 to 30", remedy: "use 30"))
      }
      if environment == .production, security == nil {
        problems.append(problem("nobody hears of production's alarms", remedy: "give an address in 'security'"))
      }
      return problems
    }

    private func problem(_ message: String, remedy: String) -> Problem { Problem(message, remedy: remedy, fileID: fileID, line: line) }

    /// Whether a text is the ARN of a role, in any partition and with any path.
    private static func isRole(_ text: String) -> Bool {
      text.wholeMatch(of: #/arn:aws(-cn|-us-gov)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_\/-]{1,512}/#) != nil
    }

    /// What fixed names begin with: `scrybe-phi-production`.
    var prefix: String { "scrybe-phi-\(environment.rawValue)" }

    /// The trail is named before it exists: the key's policy cannot refer to what refers to the key.
    var trail: String { "\(prefix)-trail" }

    /// "alias/scrybe-phi-master-key-production".
    var alias: String { "scrybe-phi-master-key-\(environment.rawValue)" }
  }
}
