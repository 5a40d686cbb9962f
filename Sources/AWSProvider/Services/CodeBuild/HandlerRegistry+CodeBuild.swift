extension HandlerRegistry {
  /// AWS CodeBuild.
  static let codeBuild: [any ResourceHandler] = [BuildProjectHandler()]
}
