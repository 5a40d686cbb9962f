package import Strata

extension JMS {
  /// A key and a secret for each of 1,000 tenants and more; each environment in an account of its own.
  @EnvironmentsBuilder package static var environments: EnvironmentList {
    environment(.dev, account: "111122223333")
    environment(.staging, account: "444455556666")
    environment(.prod, account: "777788889999")
  }

  private static func environment(_ settings: Settings, account: String) -> Environment {
    Environment(
      settings.prefix, region: .usEast1, target: .embedded(account: account),
      tags: .allocation(application: "jms", environment: settings.environment, classification: "pii")
    ) {
      jms(settings)
    }
    .costs(of: settings).requiring(.soc2).answering(answers).waiving(waivers).state(onAWS: settings.state(in: account))
  }
}
