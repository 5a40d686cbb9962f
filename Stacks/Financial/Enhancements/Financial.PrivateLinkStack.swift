import Strata

extension Financial {
  /// 4.34 "PrivateLink: For secure access to AWS services without traversing the public internet", and to the workload itself.
  @Stack final class PrivateLinkStack {
    let id: String
    let accounts: Accounts
    let network: NetworkStack
    let compute: ComputeStack

    // An Application Load Balancer cannot back an endpoint service: a Network Load Balancer stands before it.
    lazy var balancer = ElasticLoadBalancingV2.LoadBalancer(
      "balancer", name: "fin-\(network.site.id)-link", scheme: .internal, securityGroups: [group],
      subnets: network.network.privateTier.subnets, type: .network)

    lazy var group = EC2.SecurityGroup(
      "link", groupDescription: "TLS from inside the network and from endpoints",
      securityGroupEgress: [
        .init(
          ipProtocol: "tcp", cidrIp: network.network.range, description: "The application load balancer", fromPort: 443, toPort: 443)
      ],
      securityGroupIngress: [
        .init(ipProtocol: "tcp", cidrIp: network.network.range, description: "TLS from the network", fromPort: 443, toPort: 443)
      ], vpcId: network.network)

    lazy var targets = ElasticLoadBalancingV2.TargetGroup(
      "targets", healthCheckPath: "/health", healthCheckProtocol: .https, name: "fin-\(network.site.id)-link", port: 443,
      protocol: .tcp, targetType: .alb, targets: [.init(id: compute.balancer.loadBalancer.loadBalancerArn, port: 443)],
      vpcId: network.network
    ).after(compute.balancer.https)

    lazy var service = EC2.VPCEndpointService(
      "service", acceptanceRequired: true, networkLoadBalancerArns: [balancer.loadBalancerArn])

    var body: some Infrastructure {
      ServiceEndpoints(
        services: ["kms", "logs", "monitoring", "secretsmanager", "sqs", "lambda", "sts"], tier: network.network.privateTier,
        group: network.endpointGroup)
      ElasticLoadBalancingV2.Listener(
        "tls", defaultActions: [.init(type: .forward, targetGroupArn: targets)], loadBalancerArn: balancer, port: 443, protocol: .tcp)
      EC2.VPCEndpointServicePermissions(
        "callers", serviceId: service.serviceId,
        allowedPrincipals: accounts.workloads.map { "arn:\(AWS.partition):iam::\($0):root" })
    }
  }
}
