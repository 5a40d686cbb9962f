extension HandlerRegistry {
  /// AWS Certificate Manager.
  static let certificateManager: [any ResourceHandler] = [CertificateHandler()]
}
