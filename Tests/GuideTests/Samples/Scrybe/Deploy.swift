// snippet: scrybe-app
import Strata

/*@main*/ struct Deploy: App {
  var environments: some Environments {
    Environment("staging", region: .usWest2, target: .embedded, tags: tags("staging")) { scrybe(.staging) }
      .requiring(.hipaa, .soc2).answering(answers).waiving(waivers)

    Environment(
      "production", region: .usWest2, target: .aws(account: "123456789012"),
      state: .s3(bucket: "scrybe-state-123456789012", key: "alias/scrybe-state"), tags: tags("production")
    ) {
      scrybe(.production)
    }
    .requiring(.hipaa, .soc2).answering(answers).waiving(waivers)
  }

  private func tags(_ environment: String) -> Tags {
    [
      "Application": "scrybe", "Environment": "\(environment)", "Owner": "scrybe-platform", "CostCenter": "scrybe",
      "ManagedBy": "strata", "DataClassification": "phi",
    ]
  }
}

@InfrastructureBuilder
func scrybe(_ settings: Settings) -> Group {
  settings.problems
  EncryptionStack(settings: settings)
}
// end

// snippet: scrybe-policies
private let answers = [
  ManualControl("business-associate-agreement", owner: "Privacy officer", due: "2027-06-30"),
  ManualControl("physical-security", owner: "Facilities", due: "2027-06-30"),
  ManualControl("penetration-testing", owner: "Security team", due: "2027-06-30"),
  ManualControl("periodic-review", owner: "Security team", due: "2027-03-31"),
]

private let waivers = [
  Waiver("R39", "account:*", reason: "detection belongs to the account's platform", until: "2027-11-30"),
  Waiver("R19", "encryption/trail/trail", reason: "sign-ins and networks are watched by the account's platform", until: "2027-11-30"),
]
// end
