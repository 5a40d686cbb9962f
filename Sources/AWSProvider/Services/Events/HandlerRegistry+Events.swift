extension HandlerRegistry {
  /// Amazon EventBridge.
  static let events: [any ResourceHandler] = [EventBusHandler(), EventBusPolicyHandler(), RuleHandler()]
}
