extension HandlerRegistry {
  /// AWS Resource Access Manager.
  static let resourceAccess: [any ResourceHandler] = [ResourceShareHandler()]
}
