import Strata

/// Everything that this program deploys: one environment for each system and stage.
///
/// Each system has its own folder with a function that builds it from its settings. To add one, add the folder and its environments here.
/// What its document names as laws and standards is required here; what no resource shows, and what is waived, stands in its `Policies.swift`.
@main struct Deploy: App {
  var environments: some Environments {
    // Serenity: HIPAA-compliant, multi-tier; the pilot runs in the embedded cloud until `--target aws` says otherwise.
    Environment("pilot", region: .usEast1, target: .embedded, tags: tags("serenity", "pilot", data: "phi")) { serenity(.pilot) }
      .costs(of: Serenity.Settings.pilot).requiring(.hipaa).checking(Serenity.Settings.pilot.recovery.rule).answering(Serenity.answers)
    Environment(
      "production", region: .usEast1, target: .aws(account: "123456789012"),
      // The runner of a deployment is gone after it, so its state is kept where the next one finds it.
      state: .s3(bucket: "serenity-production-state-123456789012", key: "alias/serenity-production-state"),
      tags: tags("serenity", "production", data: "phi")
    ) {
      serenity(.production)
    }
    .costs(of: Serenity.Settings.production).requiring(.hipaa).checking(Serenity.Settings.production.recovery.rule)
    .answering(Serenity.answers)

    // JMS: a key and a secret for each of 1,000 tenants and more; each environment in an account of its own.
    Environment("jms-dev", region: .usEast1, target: .embedded(account: "111122223333"), tags: tags("jms", "dev", data: "pii")) {
      jms(.dev)
    }
    .costs(of: JMS.Settings.dev).requiring(.soc2).answering(JMS.answers).waiving(JMS.waivers)
    .state(onAWS: JMS.Settings.dev.state(in: "111122223333"))
    Environment("jms-staging", region: .usEast1, target: .embedded(account: "444455556666"), tags: tags("jms", "staging", data: "pii")) {
      jms(.staging)
    }
    .costs(of: JMS.Settings.staging).requiring(.soc2).answering(JMS.answers).waiving(JMS.waivers)
    .state(onAWS: JMS.Settings.staging.state(in: "444455556666"))
    Environment("jms-prod", region: .usEast1, target: .embedded(account: "777788889999"), tags: tags("jms", "prod", data: "pii")) {
      jms(.prod)
    }
    .costs(of: JMS.Settings.prod).requiring(.soc2).answering(JMS.answers).waiving(JMS.waivers)
    .state(onAWS: JMS.Settings.prod.state(in: "777788889999"))

    // KMS everywhere: one key for everything at rest.
    Environment("kms-baseline", region: .usEast1, target: .embedded, tags: tags("kms-everywhere", "baseline", data: "confidential")) {
      kmsEverywhere(.baseline)
    }
    .requiring(.hipaa).answering(KMSEverywhere.answers).waiving(KMSEverywhere.waivers)

    // Scrybe: the key of protected health information and its watch.
    Environment("scrybe-staging", region: .usWest2, target: .embedded, tags: tags("scrybe", "staging", data: "phi")) { scrybe(.staging) }
      .requiring(.hipaa, .soc2).answering(Scrybe.answers).waiving(Scrybe.waivers)
    Environment("scrybe-production", region: .usWest2, target: .embedded, tags: tags("scrybe", "production", data: "phi")) {
      scrybe(.production)
    }
    .requiring(.hipaa, .soc2).answering(Scrybe.answers).waiving(Scrybe.waivers).state(onAWS: Scrybe.state)

    // Financial: seven accounts; `financial-future` has every enhancement that the document plans, and both regions active.
    Environment("financial", region: .usEast1, target: .embedded, tags: tags("financial", "organization", data: "financial")) {
      financial(Financial.Settings(accounts: .examples))
    }
    .requiring(.pciDSS, .soc2, .gdpr).answering(Financial.answers).waiving(Financial.waivers).state(onAWS: Financial.state(of: .examples))
    Environment(
      "financial-future", region: .usEast1, target: .embedded(account: Financial.Accounts.moreExamples.management.id),
      tags: tags("financial", "organization", data: "financial")
    ) {
      financial(Financial.Settings(accounts: .moreExamples, recovery: .multiRegion, enhancements: Financial.Enhancement.usual))
    }
    .requiring(.pciDSS, .soc2, .gdpr).answering(Financial.answers).state(onAWS: Financial.state(of: .moreExamples))
  }

  /// What every resource of a system bears, for cost allocation and for audits.
  private func tags(_ application: String, _ environment: String, data classification: String) -> Tags {
    [
      "Application": application, "Environment": environment, "Owner": "\(application)-platform", "CostCenter": application,
      "ManagedBy": "strata", "DataClassification": classification,
    ]
  }
}
