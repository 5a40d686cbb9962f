extension HandlerRegistry {
  /// Every type whose service's own API is spoken, by service.
  static let aws = HandlerRegistry(
    [
      keyManagement,
      logs,
      identity,
      objectStorage,
      monitoring,
      notification,
      keyValueStorage,
      secrets,
      events,
      auditing,
      imageRegistry,
      systemsManagement,
      scheduling,
      functions,
      queueing,
    ].flatMap { $0 })
}
