extension HandlerRegistry {
  /// CloudWatch Logs.
  static let logs: [any ResourceHandler] = [LogGroupHandler()]
}
