extension HandlerRegistry {
  /// Amazon SQS.
  static let queueing: [any ResourceHandler] = [QueueHandler(), QueuePolicyHandler()]
}
