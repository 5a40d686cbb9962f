extension HandlerRegistry {
  /// AWS Lambda.
  static let functions: [any ResourceHandler] = [
    EventInvokeConfigHandler(), FunctionAliasHandler(), FunctionHandler(), FunctionVersionHandler(), PermissionHandler(),
  ]
}
