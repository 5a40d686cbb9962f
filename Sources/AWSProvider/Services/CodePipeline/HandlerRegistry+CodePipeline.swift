extension HandlerRegistry {
  /// AWS CodePipeline.
  static let codePipeline: [any ResourceHandler] = [PipelineHandler()]
}
