import Strata

extension JMS {
  /// What differs between the environments; everything else is the same on purpose.
  ///
  /// 0.8 "Distinct infrastructure for dev, staging, and production environments": each has an account and a state of its own, and its name
  /// in every name.
  struct Settings: Sendable {
    /// The environment in names: `jms-dev-audit-logs-…`.
    var environment: String

    /// Who has keys and secrets of their own.
    var tenants: TenantList

    /// Where tenants that ask for it have replicas of their keys and secrets.
    ///
    /// 0.14 "Infrastructure can be recreated quickly in any region": the region is the environment's, and every stack can be deployed to
    /// another one. But what a key of one region encrypted stays unreadable elsewhere, so data needs a replica of the key.
    var recoveryRegion: Region = .usWest2

    /// "Multiple services (auth, tenant, juror) need consistent AWS access".
    var services = ["auth", "tenant", "juror"]

    /// What runs the services; the document does not say, and nothing but their roles' trust depends on it.
    var compute = "ecs-tasks"

    /// The repository whose workflows plan and deploy: "a dedicated jms-infrastructure repository".
    var repository = "jms/jms-infrastructure"

    /// Who hears of alarms and of costs.
    var operations = "jms-operations@example.com"

    /// Dollars a month.
    ///
    /// 0.16 A tenant costs $1.40 at first, a dollar for the key and $0.40 for the secret, and $3.40 once its key was rotated twice; twice
    /// that with replicas. The rest is some $50 for logs, the trail, alarms and metrics. Prices of us-east-1, from memory of AWS's price
    /// lists of 2025, unverified. A number and no formula over the tenants: a new tenant must not change what all share.
    var monthlyBudget: Int

    /// Whether the environment's account pays for the others too: costs are told apart there, by tags that are activated for billing.
    ///
    /// 0.10 Billing knows a tag up to a day after something bore it first, so the first deployment ends with an error that says so.
    var paysForAll = false

    /// Two counties are enough to see that neither reads the other's data.
    static var dev: Settings {
      Settings(
        environment: "dev",
        tenants: TenantList([Tenant("adams-county", costCenter: "dev-001"), Tenant("baker-county", costCenter: "dev-002")]),
        monthlyBudget: 60)
    }

    /// As production is, in small: one tenant in one region, one with replicas.
    static var staging: Settings {
      Settings(
        environment: "staging",
        tenants: TenantList([
          Tenant("adams-county", costCenter: "staging-001"), Tenant("baker-county", costCenter: "staging-002", isReplicated: true),
        ]), monthlyBudget: 70)
    }

    /// 0.9 "Automated tenant provisioning supports growth to 1000+ tenants": a line in the file is a tenant.
    static var prod: Settings {
      Settings(environment: "prod", tenants: TenantList(file: "tenants.csv"), monthlyBudget: 100, paysForAll: true)
    }

    /// What all fixed names begin with: `jms-dev`.
    var prefix: String { "jms-\(environment)" }

    /// What the names of secrets, aliases and log groups begin with: `jms/dev`.
    var path: String { "jms/\(environment)" }

    /// The trail and roles are named before they exist: a policy cannot refer to what refers to its owner.
    var trail: String { "\(prefix)-trail" }

    /// The name of a service's log group.
    func logGroup(of service: String) -> String { "/\(path)/\(service)" }

    /// 0.11 "Terraform state stored in S3 with DynamoDB locking", in what ``StateStack`` holds.
    func state(in account: String) -> StateStore {
      .s3(bucket: "\(prefix)-state-\(account)", key: "alias/\(prefix)-state", lock: .dynamoDB(table: locks), account: account)
    }

    /// The table of locks.
    var locks: String { "\(prefix)-locks" }

    /// A bucket's name: bucket names are unique in all of AWS, so they end in the account.
    func bucket(_ purpose: String) -> String { "\(prefix)-\(purpose)-\(AWS.accountId)" }
  }
}
