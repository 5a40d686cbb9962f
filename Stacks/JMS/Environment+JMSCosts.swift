import Strata

extension Environment {
  /// 0.16 "Cost estimation will be performed before production deployment", against the budget that also alerts.
  ///
  /// `deploy cost jms-prod --by tenant` does it. The document states no figure.
  func costs(of settings: JMS.Settings) -> Environment { budget(Money(dollars: settings.monthlyBudget)) }
}
