extension HandlerRegistry {
  /// AWS Resource Groups.
  static let resourceGroups: [any ResourceHandler] = [ResourceGroupHandler()]
}
