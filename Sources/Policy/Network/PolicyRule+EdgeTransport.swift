import StrataModel

extension PolicyRule {
  static let edgeTransport = PolicyRule(
    "R26", "tls-edge", title: "Everything that comes from outside is encrypted with TLS 1.2 or later, to the server",
    why: "what travels in plain text, or by a broken protocol, can be read and changed on the way",
    remedy: "allow TLS 1.2 and later only", controls: [.hipaa("164.312(e)(1)"), .pciDSS("4.2")]
  ) { context, assessment in
    for distribution in context.all("AWS::CloudFront::Distribution") { check(distribution: distribution, &assessment) }
    for listener in context.all("AWS::ElasticLoadBalancingV2::Listener") { check(listener: listener, &assessment) }
    for group in context.all("AWS::ElasticLoadBalancingV2::TargetGroup") {
      assessment.require(
        group.properties["Protocol"] != "HTTP", of: group, at: "Protocol", "the load balancer speaks plain HTTP with its targets",
        remedy: "set Protocol to HTTPS; a certificate that nobody checks is enough for targets")
    }
  }

  private static func check(distribution: ResourceNode, _ assessment: inout PolicyAssessment) {
    let config = distribution.properties["DistributionConfig"]
    let path = PropertyPath("DistributionConfig")
    let version = config?.value(at: "ViewerCertificate", "MinimumProtocolVersion")?.stringValue
    assessment.require(
      version.map { ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"].contains($0) } ?? false, of: distribution,
      at: path.appending(key: "ViewerCertificate"), "viewers may use \(version ?? "TLSv1")",
      remedy: "set MinimumProtocolVersion to TLSv1.2_2021, which needs a certificate of your own")
    var behaviors = [(path.appending(key: "DefaultCacheBehavior"), config?["DefaultCacheBehavior"])]
    for (index, behavior) in (config?["CacheBehaviors"]?.elements ?? []).enumerated() {
      behaviors.append((path.appending(key: "CacheBehaviors").appending(index: index), behavior))
    }
    for (path, behavior) in behaviors {
      assessment.require(
        ["redirect-to-https", "https-only"].contains(behavior?["ViewerProtocolPolicy"]?.stringValue), of: distribution, at: path,
        "viewers may use plain HTTP", remedy: "set ViewerProtocolPolicy to redirect-to-https")
    }
    for (index, origin) in (config?["Origins"]?.elements ?? []).enumerated() {
      guard let custom = origin["CustomOriginConfig"] else { continue }
      let versions = custom["OriginSSLProtocols"]?.elements.compactMap(\.stringValue) ?? []
      assessment.require(
        custom["OriginProtocolPolicy"] == "https-only" && versions == ["TLSv1.2"], of: distribution,
        at: path.appending(key: "Origins").appending(index: index), "CloudFront may reach the origin without TLS 1.2",
        remedy: "set OriginProtocolPolicy to https-only and OriginSSLProtocols to TLSv1.2")
    }
  }

  private static func check(listener: ResourceNode, _ assessment: inout PolicyAssessment) {
    switch listener.properties["Protocol"]?.stringValue {
    case "HTTP":
      let actions = listener.properties["DefaultActions"]?.elements ?? []
      assessment.require(
        !actions.isEmpty && actions.allSatisfy { $0["Type"] == "redirect" && $0.value(at: "RedirectConfig", "Protocol") == "HTTPS" },
        of: listener, at: "DefaultActions", "the listener answers plain HTTP", remedy: "redirect to HTTPS")
    case "HTTPS", "TLS":
      let policy = listener.properties["SslPolicy"]?.stringValue ?? "ELBSecurityPolicy-2016-08"
      let accepted = [
        "ELBSecurityPolicy-TLS13-1-2", "ELBSecurityPolicy-TLS13-1-3", "ELBSecurityPolicy-TLS-1-2", "ELBSecurityPolicy-FS-1-2",
      ]
      assessment.require(
        accepted.contains { policy.hasPrefix($0) }, of: listener, at: "SslPolicy", "the policy \(policy) allows TLS before 1.2",
        remedy: "set SslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06")
    default: break
    }
  }
}
