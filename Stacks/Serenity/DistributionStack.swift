import Strata

/// The guide's `SerenityDistributionStack`: "Content Delivery (CloudFront)".
@Stack final class DistributionStack {
  let settings: Serenity.Settings
  let security: SecurityStack
  let data: DataStack
  let compute: ComputeStack

  // 3.28 "SSL: TLS 1.2 minimum": CloudFront takes certificates from us-east-1 only.
  lazy var certificate = CertificateManager.Certificate(
    "certificate", domainName: settings.domain,
    domainValidationOptions: [.init(domainName: settings.domain, hostedZoneId: compute.zone)], validationMethod: "DNS"
  ).placed(in: .usEast1)

  // 3.27 "Origin: S3 bucket + ALB (API)"; 3.29 "WAF: Associated for security"; 3.30 "Caching: Optimized for static assets, disabled for
  // API"
  // 3.32 "HSTS headers enforced. X-Frame-Options: DENY. X-Content-Type-Options: nosniff"; 3.33 "Origin Access Control for S3"
  lazy var site = StaticSite(
    "site", name: settings.prefix, domain: settings.domain, bucket: data.webAssets.bucket, certificate: certificate,
    firewall: security.siteFirewall, apiDomain: settings.apiDomain, apiHeader: compute.originHeader
  ).after(compute.record)

  var body: some Infrastructure {
    // 3.31 "Logging: Enabled to audit bucket"
    AccessLogDelivery(
      "access-logs", name: "\(settings.prefix)-access-logs", source: site, bucket: data.auditLogs.bucket, prefix: "AWSLogs"
    ).after(data.auditLogs.access)

    for type in ["A", "AAAA"] {
      Route53.RecordSet(
        "site-\(type.lowercased())", name: settings.domain, type: type,
        aliasTarget: .init(dnsName: site.distribution.domainName, hostedZoneId: .existing(cloudFrontZone)),
        hostedZoneId: compute.zone)
    }

    // 3.41 "Metrics and alarms for all services": CloudFront's metrics exist in us-east-1 only.
    MetricAlarm(
      "site-5xx", of: settings.prefix,
      when: Metric("AWS/CloudFront", "5xxErrorRate", .average, ["DistributionId": site.distribution.id, "Region": "Global"]), reaches: 5,
      times: 3, notify: security.alarms.topic
    ).placed(in: .usEast1)

    Output("cloudfront-domain", site.distribution.domainName)
    Output("site-url", "https://\(settings.domain)")
  }

  /// The zone of all CloudFront distributions.
  ///
  /// Source: Amazon Route 53 API Reference, `AliasTarget`.
  private let cloudFrontZone = "Z2FDTNDATAQYW2"
}
