extension HandlerRegistry {
  /// Amazon ECS.
  static let containerService: [any ResourceHandler] = [
    ClusterCapacityProviderAssociationsHandler(), ClusterHandler(), ServiceHandler(), TaskDefinitionHandler(),
  ]
}
