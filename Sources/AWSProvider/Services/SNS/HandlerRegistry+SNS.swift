extension HandlerRegistry {
  /// Amazon SNS.
  static let notification: [any ResourceHandler] = [SubscriptionHandler(), TopicHandler(), TopicPolicyHandler()]
}
