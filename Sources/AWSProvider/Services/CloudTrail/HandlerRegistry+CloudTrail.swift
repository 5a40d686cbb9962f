extension HandlerRegistry {
  /// AWS CloudTrail.
  static let auditing: [any ResourceHandler] = [TrailHandler()]
}
