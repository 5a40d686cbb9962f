import ResourceCatalog
import StrataLanguage
import StrataModel

/// What CloudFront takes only from us-east-1, and what its own domain name cannot have.
struct Distributions: GraphCheck {
  let types = ["AWS::CloudFront::Distribution"]
  let source = """
    CloudFront developer guide, "Requirements for using SSL/TLS certificates" (us-east-1), "Supported protocols" (the default certificate sets \
    TLSv1), "Configuring standard logging" (ACLs); AWS WAF developer guide (scope CLOUDFRONT)
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::CloudFront::Distribution") {
      let distribution = program.resources[index]
      guard let config = distribution.properties["DistributionConfig"]?.objectValue else { continue }
      checkCertificate(config, distribution, program, &report)
      checkFirewall(config["WebACLId"], distribution, program, &report)
      checkLogging(config, distribution, program, &report)
    }
  }

  private func checkCertificate(
    _ config: PropertyObject, _ distribution: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    let viewer = config["ViewerCertificate"]?.objectValue
    if config["ViewerCertificate"] != nil, viewer == nil { return }
    let certificate = viewer?["AcmCertificateArn"]
    let path: PropertyPath = "DistributionConfig.ViewerCertificate.AcmCertificateArn"
    if let index = program.target(of: certificate, type: "AWS::CertificateManager::Certificate"),
      program.resources[index].placement.region != "us-east-1"
    {
      report.error(
        "certificate-in-wrong-region",
        "CloudFront takes certificates of us-east-1 only, and '\(program.resources[index].address)' is in "
          + program.resources[index].placement.region,
        remedy: "place the certificate with .placed(in: .usEast1)", at: distribution, path: path,
        notes: [Diagnostic.Note("the certificate is declared here", at: program.resources[index].source)])
    } else if let text = certificate?.stringValue, let arn = ARN(text), arn.region != "us-east-1" {
      report.error(
        "certificate-in-wrong-region", "CloudFront takes certificates of us-east-1 only, not of \(arn.region)",
        remedy: "request the certificate in us-east-1", at: distribution, path: path)
    }
    guard certificate == nil, viewer?["IamCertificateId"] == nil else { return }
    if config["Aliases"]?.elements.isEmpty == false {
      report.error(
        "alias-without-certificate", "Aliases need a certificate that covers them, and ViewerCertificate names none",
        remedy: "give AcmCertificateArn of a certificate in us-east-1", at: distribution, path: "DistributionConfig.Aliases")
    }
    if let version = viewer?["MinimumProtocolVersion"]?.stringValue, version != "TLSv1" {
      report.warning(
        "default-certificate-protocol", "MinimumProtocolVersion \(version) has no effect: CloudFront's default certificate sets TLSv1",
        remedy: "use a domain and certificate of your own", at: distribution,
        path: "DistributionConfig.ViewerCertificate.MinimumProtocolVersion")
    }
  }

  private func checkFirewall(
    _ value: PropertyValue?, _ distribution: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    guard let index = program.target(of: value, type: "AWS::WAFv2::WebACL"),
      program.resources[index].properties["Scope"]?.stringValue == "REGIONAL"
    else { return }
    report.error(
      "web-acl-scope", "WebACLId names '\(program.resources[index].address)' of scope REGIONAL; a distribution takes scope CLOUDFRONT",
      remedy: "declare a web ACL of scope CLOUDFRONT in us-east-1", at: distribution, path: "DistributionConfig.WebACLId",
      notes: [Diagnostic.Note("the web ACL is declared here", at: program.resources[index].source)])
  }

  private func checkLogging(
    _ config: PropertyObject, _ distribution: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    for index in program.targets(in: config.value(at: "Logging", "Bucket")) where program.resources[index].type == "AWS::S3::Bucket" {
      let bucket = program.resources[index]
      let rules = bucket.properties.value(at: "OwnershipControls", "Rules")?.elements ?? []
      // Without ownership controls a new bucket is BucketOwnerEnforced.
      guard rules.isEmpty || rules.contains(where: { $0["ObjectOwnership"]?.stringValue == "BucketOwnerEnforced" }),
        bucket.properties["OwnershipControls"] == nil || !rules.isEmpty
      else { continue }
      report.error(
        "log-bucket-without-acl", "Logging writes to '\(bucket.address)' by ACL, which its object ownership forbids",
        remedy: "use AWS::Logs::DeliverySource, DeliveryDestination and Delivery instead", at: distribution,
        path: "DistributionConfig.Logging.Bucket", notes: [Diagnostic.Note("the bucket is declared here", at: bucket.source)])
    }
  }
}
