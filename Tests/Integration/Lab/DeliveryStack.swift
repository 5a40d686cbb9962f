import Strata

/// Names, certificates, firewalls and content delivery.
@Stack final class DeliveryStack {
  let variant: Variant
  let encryption: EncryptionStack
  let compute: ComputeStack

  lazy var zone = Route53.HostedZone(
    "zone", hostedZoneConfig: .init(comment: variant.changed("The lab", "All of the lab")), name: "lab.example.com")

  lazy var check = Route53.HealthCheck(
    "check",
    healthCheckConfig: .init(
      type: .https, failureThreshold: variant.changed(3, 5), fullyQualifiedDomainName: "lab.example.com", port: 443,
      requestInterval: variant.replaced(30, 10), resourcePath: variant.changed("/", "/health")))

  lazy var addresses = WAFv2.IPSet(
    "addresses", addresses: variant.changed(["192.0.2.0/24"], ["192.0.2.0/24", "198.51.100.0/24"]), ipAddressVersion: .ipv4,
    scope: .regional, description: variant.changed("Blocked", "Blocked for long"), name: "lab-addresses")

  lazy var firewall = WAFv2.WebACL(
    "firewall", defaultAction: .init(allow: .init()), scope: .regional, visibilityConfig: visible("lab"),
    description: variant.changed("Blocks addresses", "Blocks addresses and crowds"),
    name: variant.replaced("lab-firewall", "lab-firewall-2"),
    rules: variant.changed([byAddress], [byAddress, byRate]))

  lazy var log = Logs.LogGroup("firewall-log", logGroupName: "aws-waf-logs-lab")
  lazy var otherLog = Logs.LogGroup("firewall-log-2", logGroupName: "aws-waf-logs-lab-2")

  lazy var access = CloudFront.OriginAccessControl(
    "access",
    originAccessControlConfig: .init(
      name: "lab-access", originAccessControlOriginType: "s3", signingBehavior: variant.changed("always", "no-override"),
      signingProtocol: "sigv4", description: variant.changed("Reads", "Reads all")))

  lazy var site = CloudFront.Distribution(
    "site",
    distributionConfig: .init(
      defaultCacheBehavior: .init(
        targetOriginId: "api", viewerProtocolPolicy: variant.changed(.allowAll, .redirectToHttps),
        cachePolicyId: .existing("658327ea-f89d-4fab-a63d-7e88639e58f6"), compress: variant.changed(false, true)), enabled: true,
      comment: variant.changed("The lab", "All of the lab"), defaultRootObject: variant.changed("index.html", "home.html"),
      origins: [
        .init(
          domainName: "api.lab.example.com", id: "api",
          customOriginConfig: .init(originProtocolPolicy: variant.changed("https-only", "match-viewer")))
      ], priceClass: .priceClass100))

  var body: some Infrastructure {
    Route53.RecordSet(
      "www", name: "www.lab.example.com", type: "A", hostedZoneId: zone,
      resourceRecords: variant.changed(["192.0.2.1"], ["192.0.2.2", "192.0.2.3"]), ttl: variant.changed("300", "60"))
    Route53.RecordSet(
      "api", name: variant.replaced("api.lab.example.com", "api2.lab.example.com"), type: "CNAME", hostedZoneId: zone,
      resourceRecords: ["www.lab.example.com"], ttl: "300")

    // moto cannot update options, so a certificate only gets other tags.
    CertificateManager.Certificate(
      "certificate", domainName: variant.replaced("lab.example.com", "lab2.example.com"), validationMethod: "DNS")

    WAFv2.WebACLAssociation("firewall-of-balancer", resourceArn: compute.balancer.loadBalancerArn, webAclArn: firewall)
    WAFv2.LoggingConfiguration(
      "firewall-logging",
      logDestinationConfigs: [
        "arn:aws:logs:us-east-1:123456789012:log-group:\(variant.changed(log, otherLog).logGroupName)"
      ], resourceArn: firewall,
      redactedFields: variant.changed(["cookie"], ["cookie", "authorization"]).map { .init(singleHeader: .init(name: $0)) })
  }

  private var byAddress: WAFv2.WebACL.Rule {
    .init(
      name: "addresses", priority: 1, statement: .init(ipSetReferenceStatement: .init(arn: addresses.arn)),
      visibilityConfig: visible("addresses"), action: .init(block: .init()))
  }

  private var byRate: WAFv2.WebACL.Rule {
    .init(
      name: "rate", priority: 2, statement: .init(rateBasedStatement: .init(aggregateKeyType: .ip, limit: 1000)),
      visibilityConfig: visible("rate"), action: .init(count: .init()))
  }

  private func visible(_ name: String) -> WAFv2.WebACL.VisibilityConfig {
    .init(cloudWatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: true)
  }
}
