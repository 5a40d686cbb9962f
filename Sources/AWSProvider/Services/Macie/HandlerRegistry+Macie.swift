extension HandlerRegistry {
  /// Amazon Macie.
  static let macie: [any ResourceHandler] = [MacieSessionHandler()]
}
