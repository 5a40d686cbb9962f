extension HandlerRegistry {
  /// AWS Budgets.
  static let budgets: [any ResourceHandler] = [BudgetHandler()]
}
