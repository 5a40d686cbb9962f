extension HandlerRegistry {
  /// Amazon EventBridge Scheduler.
  static let scheduling: [any ResourceHandler] = [ScheduleHandler()]
}
