extension HandlerRegistry {
  /// Amazon EC2 Auto Scaling.
  static let autoScaling: [any ResourceHandler] = [AutoScalingGroupHandler(), GroupScalingPolicyHandler(), LifecycleHookHandler()]
}
