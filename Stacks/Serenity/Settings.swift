import Strata

extension Serenity {
  /// What differs between the environments; everything else is the same on purpose.
  struct Settings: Sendable {
    /// The environment in names: `serenity-pilot-cluster`.
    var environment: String

    /// "Multi-AZ deployment across 2 availability zones": the letters of the zones.
    var zones: [String]

    /// "Desired count: 2 (pilot), 3+ (production)", up to where the automated scaling policies may go.
    var tasks: ClosedRange<Int>

    /// Where the site is reached.
    ///
    /// 3.28 TLS 1.2 needs a domain of its own; the guide names one only in the address `admin@serenityhealth.io`.
    var domain: String

    /// The Route 53 zone of `domain` where it exists before, because names are bought, not deployed; without one, a zone is made.
    var hostedZone: String?

    /// "Create initial admin user … admin@serenityhealth.io".
    var administrator = "admin@serenityhealth.io"

    /// "Permanent password": where it is kept; without one, somebody sets it by hand after the first deployment.
    var administratorPassword: Secret?

    /// Who hears of alarms and of costs.
    var operations = "operations@serenityhealth.io"

    /// "Cross-region backup for production".
    var copiesBackups: Bool

    /// Where replicas and copies live: "S3: Cross-region replication for critical data".
    var recoveryRegion: Region = .usWest2

    /// What may be lost, and how soon the system has to be back: the environment is held to it.
    ///
    /// 3.58 "Recovery Time Objective (RTO): 4 hours. Recovery Point Objective (RPO): 1 hour". "Mean Time to Recovery (MTTR): 2 hours" is known
    /// from incidents, not from a graph.
    var recovery = RecoveryObjectives(pointMinutes: 60, timeMinutes: 240)

    /// Dollars a month.
    ///
    /// 3.56 The guide estimates $65-115 for the pilot, but its own parts (two NAT gateways, a load balancer, six interface endpoints in
    /// two zones) are estimated at some $275 (`deploy cost pilot`), so that its figure would alert every month.
    var monthlyBudget: Int

    static let pilot = Settings(
      environment: "pilot", zones: ["a", "b"], tasks: 2...6, domain: "pilot.serenityhealth.io", hostedZone: nil,
      copiesBackups: false, monthlyBudget: 300)

    static let production = Settings(
      environment: "production", zones: ["a", "b"], tasks: 3...12, domain: "app.serenityhealth.io", hostedZone: "Z0000000SERENITYPROD",
      copiesBackups: true, monthlyBudget: 600)

    /// What all fixed names begin with: `serenity-pilot`.
    var prefix: String { "serenity-\(environment)" }

    /// The name under which CloudFront reaches the load balancer, because that one's certificate has to bear it.
    var apiDomain: String { "api.\(domain)" }

    /// The cluster, trail and buckets are named before they exist: a key's policy cannot refer to what refers to the key.
    var cluster: String { "\(prefix)-cluster" }

    /// The name of the trail.
    var trail: String { "\(prefix)-trail" }

    /// A bucket's name: bucket names are unique in all of AWS, so they end in the account.
    func bucket(_ purpose: String) -> String { "\(prefix)-\(purpose)-\(AWS.accountId)" }
  }
}
