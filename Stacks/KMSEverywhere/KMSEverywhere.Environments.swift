package import Strata

extension KMSEverywhere {
  /// One key for everything at rest.
  @EnvironmentsBuilder package static var environments: EnvironmentList {
    Environment(
      "kms-baseline", region: .usEast1, target: .embedded,
      tags: .allocation(application: "kms-everywhere", environment: "baseline", classification: "confidential")
    ) {
      kmsEverywhere(.baseline)
    }
    .requiring(.hipaa).answering(answers).waiving(waivers)
  }
}
