import StrataDeployment
import StrataModel

/// A distribution's certificate stands in us-east-1 and covers its aliases; the default one covers none and fixes the TLS version.
///
/// Source: CloudFront API reference, CreateDistribution (`InvalidViewerCertificate`, `CNAMEAlreadyExists`), `ViewerCertificate`
/// ("if you use the default certificate, CloudFront sets the minimum protocol version to TLSv1").
struct ViewerCertificateRule: CloudRule {
  let types = ["AWS::CloudFront::Distribution"]
  let summary = "Aliases need a certificate of us-east-1 that covers them; a minimum TLS version needs one too."
  let source = "CloudFront CreateDistribution, InvalidViewerCertificate"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let configuration = change.properties["DistributionConfig"] else { return }
    let aliases = PolicyView.texts(configuration["Aliases"])
    let viewer = configuration["ViewerCertificate"]
    let arn = viewer?["AcmCertificateArn"]?.stringValue
    let hasOwn = arn != nil || viewer?["IamCertificateId"] != nil
    if !aliases.isEmpty, !hasOwn {
      throw refusal(
        "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that covers \(aliases[0])"
      )
    }
    if !hasOwn, let version = viewer?["MinimumProtocolVersion"]?.stringValue, version != "TLSv1" {
      throw refusal(
        "The default certificate of CloudFront fixes the minimum protocol version to TLSv1; \(version) needs a certificate of your own")
    }
    guard let arn, let name = ResourceName(arn) else { return }
    if name.region != "us-east-1" {
      throw refusal("The specified SSL certificate doesn't exist in us-east-1 region: \(arn)")
    }
    guard let certificate = cloud.handles[arn].flatMap({ cloud.objects[$0] }) else { return }
    if certificate.readyAt > change.now {
      throw refusal("The certificate \(arn) is not issued yet")
    }
    let covered = [certificate.inputs.text("DomainName") ?? ""] + PolicyView.texts(certificate.inputs["SubjectAlternativeNames"])
    if let alias = aliases.first(where: { alias in !covered.contains { DomainCover.covers($0, alias) } }) {
      throw refusal("The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) \(alias)")
    }
  }

  private func refusal(_ message: String) -> ProviderError {
    CloudErrors.invalid("InvalidViewerCertificate", message, "DistributionConfig.ViewerCertificate")
  }
}

/// Whether a name in a certificate stands for a domain: itself, or one label under a wildcard.
enum DomainCover {
  static func covers(_ name: String, _ domain: String) -> Bool {
    let name = name.lowercased()
    let domain = domain.lowercased()
    if name == domain { return true }
    guard name.hasPrefix("*."), let dot = domain.firstIndex(of: ".") else { return false }
    return name.dropFirst(1) == domain[dot...]
  }
}
