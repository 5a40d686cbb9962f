extension HandlerRegistry {
  /// Every type whose service's own API is spoken, by service.
  static let aws = HandlerRegistry(
    [
      applicationAutoScaling,
      autoScaling,
      caches,
      certificateManager,
      cloudFront,
      cognito,
      computeCloud,
      containerService,
      guardDuty,
      identity,
      keyManagement,
      loadBalancing,
      logs,
      networkFirewall,
      objectStorage,
      relationalDatabases,
      resourceAccess,
      route53,
      webApplicationFirewall,
    ].flatMap { $0 })
}
