extension HandlerRegistry {
  /// Every type whose service's own API is spoken, by service.
  static let aws = HandlerRegistry(
    [
      keyManagement,
      logs,
      cognito,
      cloudFront,
      webApplicationFirewall,
      guardDuty,
      config,
      backup,
      budgets,
      costExplorer,
      resourceGroups,
      organizations,
      securityHub,
      accessAnalyzer,
      macie,
      shield,
      codePipeline,
      codeBuild,
      firehose,
      inspector,
      identityCenter,
      identityStore,
      stackSets,
    ].flatMap { $0 })
}
