public import StrataAWS
public import StrataLanguage

/// A website from a private bucket with an API under one path, delivered by CloudFront over TLS 1.2 or newer.
///
/// Creates a `CloudFront.OriginAccessControl`, a `CloudFront.ResponseHeadersPolicy` with the security headers, a `CloudFront.Distribution`,
/// and the bucket's policy, which lets in this distribution and nobody else. Files are cached as AWS advises, the API is never cached, and
/// HTTP is redirected.
///
/// TLS 1.2 needs a domain of one's own: with `*.cloudfront.net` CloudFront offers TLS 1.0 and nothing else can be set. The certificate and
/// the firewall live in us-east-1. The API is reached under a name that its own certificate bears, not under the load balancer's.
@Component
public final class StaticSite: ResourceStandIn {
  public let id: String
  let name: String
  let domain: String
  let bucket: S3.Bucket
  let certificate: CertificateManager.Certificate
  let firewall: WebFirewall
  let apiDomain: String
  /// The path below which requests go to the API.
  var apiPath = "/api/*"
  /// A header that tells the API's load balancer where a request comes from: its name and value.
  let apiHeader: (name: String, value: any Input<String>)

  public lazy var access = CloudFront.OriginAccessControl(
    "access",
    originAccessControlConfig: .init(
      name: name, originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4"))

  public lazy var headers = CloudFront.ResponseHeadersPolicy(
    "headers",
    responseHeadersPolicyConfig: .init(
      name: "\(name)-security",
      securityHeadersConfig: .init(
        contentTypeOptions: .init(override: true), frameOptions: .init(frameOption: "DENY", override: true),
        referrerPolicy: .init(override: true, referrerPolicy: "strict-origin-when-cross-origin"),
        strictTransportSecurity: .init(
          accessControlMaxAgeSec: 63_072_000, override: true, includeSubdomains: true, preload: true))))

  public lazy var distribution = CloudFront.Distribution(
    "distribution",
    distributionConfig: .init(
      defaultCacheBehavior: .init(
        targetOriginId: "files", viewerProtocolPolicy: .redirectToHttps, cachePolicyId: .existing(ManagedPolicy.cachingOptimized),
        compress: true, responseHeadersPolicyId: headers),
      enabled: true, aliases: [domain],
      cacheBehaviors: [
        .init(
          pathPattern: apiPath, targetOriginId: "api", viewerProtocolPolicy: "https-only",
          allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
          cachePolicyId: .existing(ManagedPolicy.cachingDisabled), originRequestPolicyId: .existing(ManagedPolicy.allViewer),
          responseHeadersPolicyId: headers)
      ],
      comment: name, defaultRootObject: "index.html", httpVersion: .http2and3, ipv6Enabled: true,
      origins: [
        .init(
          domainName: bucket.regionalDomainName, id: "files", originAccessControlId: access, s3OriginConfig: .init(originAccessIdentity: "")
        ),
        .init(
          domainName: apiDomain, id: "api",
          customOriginConfig: .init(originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"]),
          originCustomHeaders: [.init(headerName: apiHeader.name, headerValue: apiHeader.value)]),
      ], priceClass: .priceClass100,
      viewerCertificate: .init(acmCertificateArn: certificate, minimumProtocolVersion: .tlsv1_2_2021, sslSupportMethod: .sniOnly),
      webAclId: firewall))

  public var body: some Infrastructure {
    BucketAccess(to: bucket) {
      Allow("s3:GetObject", on: "\(bucket.arn)/*", id: "Distribution").to(.service("cloudfront")).when(.equals("aws:SourceArn", arn))
    }
  }

  public var resource: CloudFront.Distribution { distribution }

  /// The distribution's ARN, which its schema does not offer.
  public var arn: Value<String> { "arn:\(AWS.partition):cloudfront::\(AWS.accountId):distribution/\(distribution.id)" }

  /// Policies that AWS keeps; source: Amazon CloudFront Developer Guide, "Use managed cache policies" and "Use managed origin request
  /// policies".
  private enum ManagedPolicy {
    static let cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    static let cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    static let allViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3"
  }
}
