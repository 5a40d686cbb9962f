extension HandlerRegistry {
  /// Stack sets of AWS CloudFormation.
  static let stackSets: [any ResourceHandler] = [StackSetHandler()]
}
