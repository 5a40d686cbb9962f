package import Strata

extension Scrybe {
  /// The key of protected health information and its watch.
  @EnvironmentsBuilder package static var environments: EnvironmentList {
    Environment("scrybe-staging", region: .usWest2, target: .embedded, tags: tags("staging")) { scrybe(.staging) }
      .requiring(.hipaa, .soc2).answering(answers).waiving(waivers)
    Environment("scrybe-production", region: .usWest2, target: .embedded, tags: tags("production")) { scrybe(.production) }
      .requiring(.hipaa, .soc2).answering(answers).waiving(waivers).state(onAWS: state)
  }

  private static func tags(_ environment: String) -> Tags {
    .allocation(application: "scrybe", environment: environment, classification: "phi")
  }
}
