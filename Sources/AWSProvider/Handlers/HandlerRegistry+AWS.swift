extension HandlerRegistry {
  /// Every type whose service's own API is spoken, by service.
  static let aws = HandlerRegistry(
    [
      certificateManager,
      computeCloud,
      identity,
      keyManagement,
      loadBalancing,
      logs,
      objectStorage,
      route53,
    ].flatMap { $0 })
}
