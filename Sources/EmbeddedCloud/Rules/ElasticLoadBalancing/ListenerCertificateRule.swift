import StrataDeployment
import StrataModel

/// An encrypted listener has a certificate, and an issued one.
///
/// Source: Elastic Load Balancing API reference, CreateListener (`ValidationError`: "A certificate must be specified for HTTPS listeners";
/// `UnsupportedCertificate`).
struct ListenerCertificateRule: CloudRule {
  let types = ["AWS::ElasticLoadBalancingV2::Listener"]
  let summary = "A listener for HTTPS or TLS has a certificate of its region that is issued."
  let source = "Elastic Load Balancing CreateListener"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let transport = change.properties.text("Protocol"), transport == "HTTPS" || transport == "TLS" else { return }
    let arns = (change.properties["Certificates"]?.arrayValue ?? []).compactMap { $0["CertificateArn"]?.stringValue }
    if arns.isEmpty {
      throw CloudErrors.invalid("ValidationError", "A certificate must be specified for \(transport) listeners", "Certificates")
    }
    for arn in arns {
      if let name = ResourceName(arn), name.service == "acm", name.region != change.region {
        throw CloudErrors.invalid("CertificateNotFound", "The certificate '\(arn)' stands in another region", "Certificates")
      }
      if let certificate = cloud.handles[arn].flatMap({ cloud.objects[$0] }), certificate.readyAt > change.now {
        throw CloudErrors.invalid(
          "UnsupportedCertificate", "The certificate '\(arn)' must have a fully-qualified domain name and be issued", "Certificates")
      }
    }
  }
}
