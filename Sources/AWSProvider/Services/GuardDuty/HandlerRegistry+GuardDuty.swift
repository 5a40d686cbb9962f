extension HandlerRegistry {
  /// Amazon GuardDuty.
  static let guardDuty: [any ResourceHandler] = [DetectorHandler(), GuardDutyMemberHandler(), PublishingDestinationHandler()]
}
