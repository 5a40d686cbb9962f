extension HandlerRegistry {
  /// Amazon Data Firehose.
  static let firehose: [any ResourceHandler] = [DeliveryStreamHandler()]
}
