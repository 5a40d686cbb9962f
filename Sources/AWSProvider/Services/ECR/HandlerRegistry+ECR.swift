extension HandlerRegistry {
  /// Amazon ECR.
  static let imageRegistry: [any ResourceHandler] = [
    RegistryScanningHandler(), ImageReplicationHandler(), RepositoryHandler(),
  ]
}
