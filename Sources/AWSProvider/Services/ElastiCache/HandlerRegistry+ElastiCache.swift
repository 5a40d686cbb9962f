extension HandlerRegistry {
  /// Amazon ElastiCache.
  static let caches: [any ResourceHandler] = [CacheParameterGroupHandler(), CacheSubnetGroupHandler(), ReplicationGroupHandler()]
}
