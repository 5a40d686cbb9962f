extension HandlerRegistry {
  /// Elastic Load Balancing, version 2.
  static let loadBalancing: [any ResourceHandler] = [ListenerHandler(), ListenerRuleHandler(), LoadBalancerHandler(), TargetGroupHandler()]
}
