extension HandlerRegistry {
  /// IAM Access Analyzer.
  static let accessAnalyzer: [any ResourceHandler] = [AnalyzerHandler()]
}
