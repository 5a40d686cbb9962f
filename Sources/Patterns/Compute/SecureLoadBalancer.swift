public import StrataAWS
public import StrataLanguage

/// A public load balancer that speaks TLS 1.2 or newer on both sides and, if wanted, lets through only what carries an agreed header.
///
/// Creates an `ElasticLoadBalancingV2.LoadBalancer` with access logs and deletion protection, a target group over HTTPS with a health
/// check, a listener on 443, and a listener on 80 that redirects. With a required header, the former answers 403 to everything that lacks it; that
/// keeps clients from going round a content delivery network and its firewall.
///
/// The container has to serve TLS itself; the load balancer does not check its certificate, so a self-signed one will do (Elastic Load
/// Balancing User Guide, "Target groups": "doesn't validate these certificates").
@Component
public final class SecureLoadBalancer: ResourceStandIn {
  public let id: String
  let name: String
  let vpc: EC2.VPC
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  let certificate: CertificateManager.Certificate
  let targetPort: Int
  let healthPath: String
  let logs: LoadBalancerLogBucket
  /// The header that requests must carry: its name and value; without one, everything goes to the targets.
  let requiredHeader: (name: String, value: any Input<String>)?
  /// What the targets are: addresses of containers, or instances.
  var targetType: ElasticLoadBalancingV2.TargetGroup.TargetType = .ip
  var isProtected = true

  public lazy var loadBalancer = ElasticLoadBalancingV2.LoadBalancer(
    "load-balancer",
    loadBalancerAttributes: [
      .init(key: "access_logs.s3.enabled", value: "true"),
      .init(key: "access_logs.s3.bucket", value: logs.bucket.bucketName),
      .init(key: "deletion_protection.enabled", value: isProtected ? "true" : "false"),
      .init(key: "routing.http.drop_invalid_header_fields.enabled", value: "true"),
    ],
    name: name, scheme: .internetFacing, securityGroups: securityGroups, subnets: subnets, type: .application
  ).after(logs.access)

  public lazy var targetGroup = ElasticLoadBalancingV2.TargetGroup(
    "targets", healthCheckPath: healthPath, healthCheckProtocol: .https, matcher: .init(httpCode: "200"), name: name, port: targetPort,
    protocol: .https, targetGroupAttributes: [.init(key: "deregistration_delay.timeout_seconds", value: "30")], targetType: targetType,
    vpcId: vpc)

  public lazy var https = ElasticLoadBalancingV2.Listener(
    "https",
    defaultActions: [
      requiredHeader == nil
        ? .init(type: .forward, targetGroupArn: targetGroup)
        : .init(type: .fixedResponse, fixedResponseConfig: .init(statusCode: "403", contentType: "text/plain", messageBody: "Forbidden"))
    ],
    loadBalancerArn: loadBalancer, certificates: [.init(certificateArn: certificate)], port: 443, protocol: .https,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06")

  /// The way to the targets for requests with the header; a service may join its target group only once a listener leads there.
  public lazy var rule = requiredHeader.map { header in
    ElasticLoadBalancingV2.ListenerRule(
      "from-edge", actions: [.init(type: .forward, targetGroupArn: targetGroup)],
      conditions: [.init(field: "http-header", httpHeaderConfig: .init(httpHeaderName: header.name, values: [header.value]))], priority: 10,
      listenerArn: https)
  }

  public var body: some Infrastructure {
    ElasticLoadBalancingV2.Listener(
      "http",
      defaultActions: [.init(type: .redirect, redirectConfig: .init(statusCode: .http301, port: "443", protocol: "HTTPS"))],
      loadBalancerArn: loadBalancer, port: 80, protocol: .http)
  }

  public var resource: ElasticLoadBalancingV2.LoadBalancer { loadBalancer }
}
