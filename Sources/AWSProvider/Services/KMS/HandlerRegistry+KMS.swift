extension HandlerRegistry {
  /// AWS KMS.
  static let keyManagement: [any ResourceHandler] = [AliasHandler(), KeyHandler(), ReplicaKeyHandler()]
}
