import StrataModel
import StrataSynthesis
import Testing

@Suite("Checks of the edge: CloudFront, WAF, DNS")
struct EdgeCheckTests {
  private func distribution(_ config: PropertyObject) -> PropertyObject { ["DistributionConfig": .object(config)] }

  @Test("A distribution's certificate is of us-east-1")
  func certificates() {
    let found = messages("certificate-in-wrong-region") { program in
      program.add("web/far", "CertificateManager::Certificate", ["DomainName": "example.com"], in: "us-west-2")
      program.add("web/near", "CertificateManager::Certificate", ["DomainName": "example.com"])
      for name in ["far", "near"] {
        program.add(
          ResourceAddress("web/\(name)-site"), "CloudFront::Distribution",
          distribution(["ViewerCertificate": ["AcmCertificateArn": ref(ResourceAddress("web/\(name)"), "Id")]]))
      }
      program.add(
        "web/literal", "CloudFront::Distribution",
        distribution(["ViewerCertificate": ["AcmCertificateArn": "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d"]]))
    }
    #expect(
      found == [
        "30 error: CloudFront takes certificates of us-east-1 only, and 'web/far' is in us-west-2",
        "50 error: CloudFront takes certificates of us-east-1 only, not of eu-west-1",
      ])
  }

  @Test("Aliases and protocols need a certificate of one's own")
  func defaultCertificate() {
    func codes(_ config: PropertyObject) -> [String] {
      var program = Program()
      program.add("web/site", "CloudFront::Distribution", distribution(config))
      return program.codes.filter { $0.contains("certificate") }
    }
    #expect(codes(["Aliases": ["example.com"]]) == ["alias-without-certificate"])
    #expect(
      codes(["ViewerCertificate": ["CloudFrontDefaultCertificate": true, "MinimumProtocolVersion": "TLSv1.2_2021"]]) == [
        "default-certificate-protocol"
      ])
    #expect(codes(["ViewerCertificate": ["CloudFrontDefaultCertificate": true]]) == [])
  }

  @Test("Web ACLs live and act where their scope lets them")
  func scopes() {
    var program = Program()
    program.add("web/far", "WAFv2::WebACL", ["Scope": "CLOUDFRONT", "Name": "far"], in: "us-west-2")
    program.add("web/regional", "WAFv2::WebACL", ["Scope": "REGIONAL", "Name": "regional"])
    program.add("web/edge", "WAFv2::WebACL", ["Scope": "CLOUDFRONT", "Name": "edge"])
    program.add("web/bad", "CloudFront::Distribution", distribution(["WebACLId": ref("web/regional", "Arn")]))
    program.add("web/good", "CloudFront::Distribution", distribution(["WebACLId": ref("web/edge", "Arn")]))
    program.add(
      "web/attach", "WAFv2::WebACLAssociation",
      ["WebACLArn": ref("web/edge", "Arn"), "ResourceArn": text("arn:aws:cloudfront::1:distribution/", ref("web/good", "Id"))])
    let codes: Set = ["web-acl-region", "web-acl-scope", "association-of-distribution"]
    let found = program.synthesized().diagnostics.filter { codes.contains($0.code) }
    #expect(
      found.map { "\($0.location?.line ?? 0) \($0.message)" } == [
        "10 scope CLOUDFRONT exists in us-east-1 only, and 'web/far' is in us-west-2",
        "40 WebACLId names 'web/regional' of scope REGIONAL; a distribution takes scope CLOUDFRONT",
        "60 ResourceArn names a distribution, which a WebACLAssociation cannot protect",
        "60 WebACLArn names 'web/edge' of scope CLOUDFRONT; associations take scope REGIONAL",
      ])
  }

  private func managed(_ name: String, _ priority: Int) -> PropertyValue {
    [
      "Name": .string(name), "Priority": .integer(priority),
      "Statement": ["ManagedRuleGroupStatement": ["VendorName": "AWS", "Name": .string(name)]],
    ]
  }

  @Test("The rule groups of a web ACL fit into 1500 units, or cost extra")
  func capacity() {
    func found(_ rules: [PropertyValue]) -> [String] {
      messages("web-acl-capacity") { $0.add("web/acl", "WAFv2::WebACL", ["Scope": "REGIONAL", "Rules": .array(rules)]) }
    }
    let usual = ["CommonRuleSet", "KnownBadInputsRuleSet", "SQLiRuleSet"].enumerated().map { managed("AWSManagedRules" + $1, $0) }
    #expect(found(usual) == [])
    let more =
      usual + ["LinuxRuleSet", "WindowsRuleSet", "AdminProtectionRuleSet"].enumerated().map { managed("AWSManagedRules" + $1, $0 + 9) }
    #expect(found(more) == ["10 warning: Rules need at least 1600 capacity units; more than 1500 are charged for per request"])
  }

  @Test("Each rule of a web ACL has a priority of its own")
  func priorities() {
    let found = messages("rule-priority-taken") { program in
      program.add("web/acl", "WAFv2::WebACL", ["Rules": [managed("a", 1), managed("b", 2), managed("c", 1)]])
    }
    #expect(found == ["10 error: Rules[2].Priority is 1, as that of Rules[0]"])
  }

  @Test("What WAF logs to is named for it")
  func logNames() {
    let found = messages("waf-log-name") { program in
      program.add("web/acl", "WAFv2::WebACL", ["Scope": "REGIONAL", "Name": "acl"])
      program.add("web/good", "Logs::LogGroup", ["LogGroupName": "aws-waf-logs-web"])
      program.add("web/bad", "Logs::LogGroup", ["LogGroupName": "web-logs"])
      program.add("web/unnamed", "Logs::LogGroup")
      for name in ["good", "bad", "unnamed"] {
        program.add(
          ResourceAddress("web/\(name)-logging"), "WAFv2::LoggingConfiguration",
          ["ResourceArn": ref("web/acl", "Arn"), "LogDestinationConfigs": [ref(ResourceAddress("web/\(name)"), "Arn")]])
      }
    }
    #expect(
      found == [
        "60 error: LogDestinationConfigs names 'web/bad', whose LogGroupName does not begin with aws-waf-logs-",
        "70 error: LogDestinationConfigs names 'web/unnamed', whose LogGroupName does not begin with aws-waf-logs-",
      ])
  }

  @Test("CloudFront's logs are delivered from us-east-1")
  func delivery() {
    func found(_ region: String) -> [String] {
      messages("delivery-in-wrong-region") { program in
        program.add("web/site", "CloudFront::Distribution", distribution([:]))
        program.add(
          "web/source", "Logs::DeliverySource",
          ["Name": "s", "LogType": "ACCESS_LOGS", "ResourceArn": text("arn:aws:cloudfront::1:distribution/", ref("web/site", "Id"))],
          in: region)
      }
    }
    #expect(found("us-east-1") == [])
    #expect(
      found("us-west-2") == ["20 error: logs of CloudFront are delivered from us-east-1, and 'web/source' is in us-west-2"])
  }

  @Test("Standard logging by ACL needs a bucket that takes ACLs")
  func legacyLogging() {
    func found(_ ownership: PropertyValue?) -> [String] {
      messages("log-bucket-without-acl") { program in
        var bucket: PropertyObject = ["BucketName": "logs-bucket"]
        bucket["OwnershipControls"] = ownership
        program.add("web/logs", "S3::Bucket", bucket)
        program.add("web/site", "CloudFront::Distribution", distribution(["Logging": ["Bucket": ref("web/logs", "DomainName")]]))
      }
    }
    #expect(found(["Rules": [["ObjectOwnership": "BucketOwnerPreferred"]]]) == [])
    #expect(found(nil) == ["20 error: Logging writes to 'web/logs' by ACL, which its object ownership forbids"])
  }

  @Test("A record lies in its zone")
  func records() {
    let found = messages("record-outside-zone") { program in
      program.add("web/zone", "Route53::HostedZone", ["Name": "example.com"])
      for (name, domain) in [("apex", "example.com."), ("www", "WWW.example.com"), ("other", "www.notexample.com")] {
        program.add(
          ResourceAddress("web/\(name)"), "Route53::RecordSet",
          ["HostedZoneId": ref("web/zone", "Id"), "Name": .string(domain), "Type": "A", "TTL": "60", "ResourceRecords": ["192.0.2.1"]])
      }
    }
    #expect(found == ["40 error: Name 'www.notexample.com' lies outside of the zone 'example.com'"])
  }
}
