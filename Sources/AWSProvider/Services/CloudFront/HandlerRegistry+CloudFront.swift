extension HandlerRegistry {
  /// Amazon CloudFront.
  static let cloudFront: [any ResourceHandler] = [
    CachePolicyHandler(), CloudFrontFunctionHandler(), DistributionHandler(), OriginAccessControlHandler(), OriginRequestPolicyHandler(),
    ResponseHeadersPolicyHandler(),
  ]
}
