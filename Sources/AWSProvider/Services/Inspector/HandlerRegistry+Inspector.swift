extension HandlerRegistry {
  /// Amazon Inspector.
  static let inspector: [any ResourceHandler] = [InspectorFilterHandler()]
}
