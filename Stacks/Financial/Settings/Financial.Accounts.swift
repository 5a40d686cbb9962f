import Strata

extension Financial {
  /// The seven accounts of the document's "Multi-Account Structure".
  ///
  /// The program makes six of them (the management account is the one it is deployed to), and AWS makes up their numbers. So the first deployment, without numbers, makes the organization and prints
  /// them; with the numbers entered here, the second deploys everything into them. See ``Settings/accounts``.
  struct Accounts: Sendable {
    /// The caller's own account: "Central account for AWS Organizations, access management, and logging".
    var management: Account
    var security: Account
    var logArchive: Account
    var sharedServices: Account
    var development: Account
    var testing: Account
    var production: Account

    /// The role that AWS makes in each account that an organization makes, for the management account to assume.
    static let accessRole = "OrganizationAccountAccessRole"

    /// Made-up numbers, for the embedded cloud and for tests.
    static let examples = Accounts(
      management: "123456789012", security: "222222222222", logArchive: "333333333333", sharedServices: "444444444444",
      development: "555555555555", testing: "666666666666", production: "777777777777")

    /// More of them, for a second organization beside the first.
    static let moreExamples = Accounts(
      management: "810000000001", security: "810000000002", logArchive: "810000000003", sharedServices: "810000000004",
      development: "810000000005", testing: "810000000006", production: "810000000007")

    /// Accounts by their numbers.
    init(
      management: String, security: String, logArchive: String, sharedServices: String, development: String, testing: String,
      production: String
    ) {
      func member(_ id: String) -> Account { Account(id, assuming: Self.accessRole) }
      self.management = Account(management)
      self.security = member(security)
      self.logArchive = member(logArchive)
      self.sharedServices = member(sharedServices)
      self.development = member(development)
      self.testing = member(testing)
      self.production = member(production)
    }

    /// The accounts in which applications run.
    var workloads: [Account] { [development, testing, production] }

    /// All seven.
    var all: [Account] { [management, security, logArchive, sharedServices] + workloads }
  }
}
