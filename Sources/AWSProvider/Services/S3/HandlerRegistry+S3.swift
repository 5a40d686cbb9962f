extension HandlerRegistry {
  /// Amazon S3.
  static let objectStorage: [any ResourceHandler] = [BucketHandler(), BucketPolicyHandler()]
}
