import StrataModel

extension PolicyRule {
  static let securityHeaders = PolicyRule(
    "R29", "security-headers", title: "Browsers are told to use TLS, not to frame, and not to guess types; buckets answer CloudFront only",
    why: "without the headers a page can be framed or downgraded, and a bucket that answers others makes the firewall pointless",
    remedy: "use StaticSite, which sets both", controls: [.hipaa("164.312(e)(1)"), .hipaa("164.312(c)(1)")]
  ) { context, assessment in
    for distribution in context.all("AWS::CloudFront::Distribution") {
      let config = distribution.properties["DistributionConfig"]
      let path: PropertyPath = "DistributionConfig.DefaultCacheBehavior"
      let headers = context.targets(in: config?.value(at: "DefaultCacheBehavior", "ResponseHeadersPolicyId")).first
      let security = headers?.properties.value(at: "ResponseHeadersPolicyConfig", "SecurityHeadersConfig")
      var missing: [String] = []
      if security?["StrictTransportSecurity"] == nil { missing.append("Strict-Transport-Security") }
      if security?.value(at: "FrameOptions", "FrameOption") != "DENY" { missing.append("X-Frame-Options: DENY") }
      if security?["ContentTypeOptions"] == nil { missing.append("X-Content-Type-Options") }
      assessment.require(
        missing.isEmpty, of: distribution, at: path, "answers lack \(missing.joined(separator: ", "))",
        remedy: "set ResponseHeadersPolicyId to a CloudFront.ResponseHeadersPolicy with these headers")
      for (index, origin) in (config?["Origins"]?.elements ?? []).enumerated() where origin["S3OriginConfig"] != nil {
        check(origin, index, of: distribution, context, &assessment)
      }
    }
  }

  private static func check(
    _ origin: PropertyValue, _ index: Int, of distribution: ResourceNode, _ context: PolicyContext, _ assessment: inout PolicyAssessment
  ) {
    assessment.require(
      origin["OriginAccessControlId"] != nil, of: distribution,
      at: PropertyPath("DistributionConfig").appending(key: "Origins").appending(index: index),
      "CloudFront reads the bucket without an origin access control", remedy: "set OriginAccessControlId")
    guard let bucket = context.targets(in: origin["DomainName"]).first else { return }
    let statements = context.statements(ofBucket: bucket).filter { $0.isAllow && $0.services.contains("cloudfront.amazonaws.com") }
    assessment.require(
      !statements.isEmpty && statements.allSatisfy { $0.isConditional(on: "aws:SourceArn") }, of: bucket,
      "the bucket does not limit CloudFront to its distribution",
      remedy: "allow cloudfront.amazonaws.com with the condition aws:SourceArn of the distribution",
      notes: [Diagnostic.Note("the distribution is declared here", at: distribution.source)])
  }
}
