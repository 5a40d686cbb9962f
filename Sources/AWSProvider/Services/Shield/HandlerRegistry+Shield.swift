extension HandlerRegistry {
  /// AWS Shield Advanced.
  static let shield: [any ResourceHandler] = [ShieldProtectionHandler()]
}
