extension HandlerRegistry {
  /// Application Auto Scaling.
  static let applicationAutoScaling: [any ResourceHandler] = [ApplicationScalingPolicyHandler(), ScalableTargetHandler()]
}
