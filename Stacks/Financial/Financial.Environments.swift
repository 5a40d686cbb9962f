package import Strata

extension Financial {
  /// Seven accounts; `financial-future` has every enhancement that the document plans, and both regions active.
  @EnvironmentsBuilder package static var environments: EnvironmentList {
    Environment("financial", region: .usEast1, target: .embedded, tags: tags) { financial(Settings(accounts: .examples)) }
      .requiring(.pciDSS, .soc2, .gdpr).answering(answers).waiving(waivers).state(onAWS: state(of: .examples))
    Environment("financial-future", region: .usEast1, target: .embedded(account: Accounts.moreExamples.management.id), tags: tags) {
      financial(Settings(accounts: .moreExamples, recovery: .multiRegion, enhancements: Enhancement.usual))
    }
    .requiring(.pciDSS, .soc2, .gdpr).answering(answers).state(onAWS: state(of: .moreExamples))
  }

  private static var tags: Tags {
    .allocation(application: "financial", environment: "organization", classification: "financial")
  }
}
