extension HandlerRegistry {
  /// The identity store of IAM Identity Center.
  static let identityStore: [any ResourceHandler] = [IdentityStoreGroupHandler()]
}
