extension HandlerRegistry {
  /// Amazon DynamoDB.
  static let keyValueStorage: [any ResourceHandler] = [GlobalTableHandler(), TableHandler()]
}
