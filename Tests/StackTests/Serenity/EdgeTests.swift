import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: content delivery and firewall")
struct EdgeTests {
  @Test("The distribution speaks TLS 1.2 or newer, to viewers under its own certificate and to its origins")
  func tls() throws {
    let distribution = try SerenityGraphs.pilot.resource("distribution/site/distribution")
    #expect(distribution["DistributionConfig.ViewerCertificate.MinimumProtocolVersion"] == "TLSv1.2_2021")
    #expect(distribution.producer(at: "DistributionConfig.ViewerCertificate.AcmCertificateArn")?.address == "distribution/certificate")
    #expect(distribution["DistributionConfig.Origins[1].CustomOriginConfig.OriginProtocolPolicy"] == "https-only")
    #expect(distribution["DistributionConfig.Origins[1].CustomOriginConfig.OriginSSLProtocols"] == ["TLSv1.2"])
    #expect(distribution["DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy"] == "redirect-to-https")
    #expect(distribution["DistributionConfig.Aliases"] == ["pilot.serenityhealth.io"])
  }

  @Test("Files are cached, the API is not and takes every method")
  func caching() throws {
    let distribution = try SerenityGraphs.pilot.resource("distribution/site/distribution")
    #expect(distribution["DistributionConfig.DefaultCacheBehavior.CachePolicyId"] == "658327ea-f89d-4fab-a63d-7e88639e58f6")
    let api = try #require(distribution["DistributionConfig.CacheBehaviors[0]"])
    #expect(api["PathPattern"] == "/api/*")
    #expect(api["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
    #expect(api["AllowedMethods"]?.arrayValue?.count == 7)
  }

  @Test("Every answer bears HSTS, X-Frame-Options DENY and nosniff")
  func headers() throws {
    let graph = try SerenityGraphs.pilot
    let policy = try graph.resource("distribution/site/headers")
    let headers = try #require(policy["ResponseHeadersPolicyConfig.SecurityHeadersConfig"])
    #expect(headers["StrictTransportSecurity"]?["AccessControlMaxAgeSec"] == 63_072_000)
    #expect(headers["StrictTransportSecurity"]?["Override"] == true)
    #expect(headers["FrameOptions"]?["FrameOption"] == "DENY")
    #expect(headers["ContentTypeOptions"]?["Override"] == true)
    let distribution = try graph.resource("distribution/site/distribution")
    for path: PropertyPath in [
      "DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId", "DistributionConfig.CacheBehaviors[0].ResponseHeadersPolicyId",
    ] {
      #expect(distribution.producer(at: path)?.address == policy.address)
    }
  }

  @Test("The web assets are read by this distribution and nobody else")
  func originAccess() throws {
    let graph = try SerenityGraphs.pilot
    let distribution = try graph.resource("distribution/site/distribution")
    #expect(distribution.refers(to: CloudFront.OriginAccessControl.self, at: "DistributionConfig.Origins[0].OriginAccessControlId"))
    let policy = try graph.resource("distribution/site/policy")
    #expect(policy.producer(at: "Bucket")?.address == "data/web-assets/bucket")
    let allowed = policy.statements("PolicyDocument").filter { $0["Effect"] == "Allow" }
    #expect(allowed.map(\.actions) == [["s3:GetObject"]])
    #expect(allowed.first?["Principal"]?["Service"] == "cloudfront.amazonaws.com")
    #expect(
      allowed.first?["Condition"]?["StringEquals"]?["aws:SourceArn"]?.shownText == "arn:aws:cloudfront::123456789012:distribution/*")
  }

  @Test("Both firewalls have the managed rules, a rule against scripts, and 2000 requests in five minutes for each address")
  func rules() throws {
    let firewalls = try SerenityGraphs.pilot.all(WAFv2.WebACL.self)
    #expect(Set(firewalls.compactMap { $0.text("Scope") }) == ["CLOUDFRONT", "REGIONAL"])
    for firewall in firewalls {
      let rules = try #require(firewall["Rules"]?.arrayValue)
      let managed = rules.compactMap { $0["Statement"]?["ManagedRuleGroupStatement"]?["Name"]?.stringValue }
      #expect(managed == ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet"])
      #expect(rules.contains { $0["Statement"]?["XssMatchStatement"] != nil && $0["Action"]?["Block"] != nil })
      let rate = try #require(rules.last?["Statement"]?["RateBasedStatement"])
      #expect(rate == ["AggregateKeyType": "IP", "EvaluationWindowSec": 300, "Limit": 2000])
      #expect(Set(rules.compactMap { $0["Priority"]?.integerValue }).count == rules.count)
    }
  }

  @Test("A firewall stands before the distribution and another before the load balancer, and both are logged")
  func placement() throws {
    let graph = try SerenityGraphs.pilot
    let distribution = try graph.resource("distribution/site/distribution")
    #expect(distribution.producer(at: "DistributionConfig.WebACLId")?.address == "security/site/acl")
    let association = try graph.resource("compute/firewall")
    #expect(association.producer(at: "WebACLArn")?.address == "security/api/acl")
    #expect(association.producer(at: "ResourceArn")?.address == "compute/api/load-balancer")
    let logged = graph.all(WAFv2.LoggingConfiguration.self).compactMap { $0.producer(at: "ResourceArn")?.address }
    #expect(Set(logged) == ["security/api/acl", "security/site/acl"])
    for configuration in graph.all(WAFv2.LoggingConfiguration.self) {
      #expect(configuration["LogDestinationConfigs[0]"]?.shownText == "arn:aws:logs:us-east-1:123456789012:log-group:*")
    }
  }

  @Test("Access logs go to the audit bucket, which lets their delivery in")
  func accessLogs() throws {
    let graph = try SerenityGraphs.pilot
    let destination = try graph.resource("distribution/access-logs/destination")
    #expect(destination.producer(at: "DestinationResourceArn")?.address == "data/audit-logs/bucket")
    let delivery = try graph.resource("distribution/access-logs/delivery")
    #expect(delivery.dependencies.map(\.address).contains("data/audit-logs/policy"))
    let policy = try graph.resource("data/audit-logs/policy")
    #expect(policy.statement("DeliveryWrite", at: "PolicyDocument")?["Principal"]?["Service"] == "delivery.logs.amazonaws.com")
  }

  @Test("What CloudFront wants there lives in us-east-1")
  func region() throws {
    let graph = try SerenityGraphs.pilot
    for address: ResourceAddress in [
      "distribution/certificate", "security/site/acl", "distribution/access-logs/source", "distribution/access-logs/delivery",
      "distribution/site-5xx",
    ] {
      #expect(try graph.resource(address).placement.region == "us-east-1")
    }
  }
}
