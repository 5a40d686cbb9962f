import FinancialStacks
import JMSStacks
import KMSEverywhereStacks
import ScrybeStacks
import Strata

/// Everything that this program deploys: one environment for each system and stage.
///
/// Each system has its own folder with a function that builds it from its settings, and, but for Serenity, its own module with its environments:
/// an edit compiles one system and not all of them. What a system's document names as laws and standards its environments require; what no
/// resource shows, and what is waived, stands in its `Policies.swift`.
@main struct Deploy: App {
  var environments: some Environments {
    // Serenity: HIPAA-compliant, multi-tier; the pilot runs in the embedded cloud until `--target aws` says otherwise.
    Environment("pilot", region: .usEast1, target: .embedded, tags: tags("pilot")) { serenity(.pilot) }
      .costs(of: Serenity.Settings.pilot).requiring(.hipaa).checking(Serenity.Settings.pilot.recovery.rule).answering(Serenity.answers)
    Environment(
      "production", region: .usEast1, target: .aws(account: "123456789012"),
      // The runner of a deployment is gone after it, so its state is kept where the next one finds it.
      state: .s3(bucket: "serenity-production-state-123456789012", key: "alias/serenity-production-state"), tags: tags("production")
    ) {
      serenity(.production)
    }
    .costs(of: Serenity.Settings.production).requiring(.hipaa).checking(Serenity.Settings.production.recovery.rule)
    .answering(Serenity.answers)

    JMS.environments
    KMSEverywhere.environments
    Scrybe.environments
    Financial.environments
  }

  private func tags(_ environment: String) -> Tags {
    .allocation(application: "serenity", environment: environment, classification: "phi")
  }
}
