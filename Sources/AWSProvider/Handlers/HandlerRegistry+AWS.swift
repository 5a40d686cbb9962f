extension HandlerRegistry {
  /// Every type whose service's own API is spoken, by service.
  static let aws = HandlerRegistry(
    [
      certificateManager,
      cloudFront,
      cognito,
      computeCloud,
      guardDuty,
      identity,
      keyManagement,
      loadBalancing,
      logs,
      objectStorage,
      route53,
      webApplicationFirewall,
    ].flatMap { $0 })
}
