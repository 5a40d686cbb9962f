import Strata

/// Instances, groups of them, and load balancers.
@Stack final class ComputeStack {
  let variant: Variant
  let identity: IdentityStack
  let network: NetworkStack
  let messaging: MessagingStack

  private let image = "ami-0abcdef1234567890"

  lazy var template = EC2.LaunchTemplate(
    "template",
    launchTemplateData: .init(
      imageId: image, instanceType: variant.changed(.t3Micro, .t3Small),
      metadataOptions: .init(httpTokens: variant.changed(.optional, .required))),
    launchTemplateName: variant.replaced("lab-template", "lab-template-2"))

  lazy var machines = AutoScaling.AutoScalingGroup(
    "machines", maxSize: variant.changed("2", "3"), minSize: "0", autoScalingGroupName: "lab-machines",
    cooldown: variant.changed("300", "120"),
    desiredCapacity: variant.changed("1", "2"), healthCheckGracePeriod: variant.changed(60, 90),
    launchTemplate: .init(version: template.latestVersionNumber, launchTemplateId: template),
    vpcZoneIdentifier: variant.changed([network.first], [network.first, network.second]))

  lazy var balancer = ELB.LoadBalancer(
    "balancer",
    loadBalancerAttributes: [
      .init(key: "idle_timeout.timeout_seconds", value: variant.changed("60", "120")),
      .init(key: "routing.http2.enabled", value: variant.changed("true", "false")),
    ], name: variant.replaced("lab-balancer", "lab-balancer-2"), scheme: .internal,
    securityGroups: variant.changed([network.web], [network.web, network.data]), subnets: [network.first, network.second],
    type: .application)

  lazy var targets = ELB.TargetGroup(
    "targets", healthCheckPath: variant.changed("/", "/health"), healthyThresholdCount: variant.changed(5, 3),
    matcher: .init(httpCode: variant.changed("200", "200-299")), name: variant.replaced("lab-targets", "lab-targets-2"), port: 80,
    protocol: .http, targetGroupAttributes: [.init(key: "deregistration_delay.timeout_seconds", value: variant.changed("300", "30"))],
    targetType: .ip, vpcId: network.vpc)

  lazy var listener = ELB.Listener(
    "http",
    defaultActions: [
      .init(
        type: .fixedResponse,
        fixedResponseConfig: .init(statusCode: variant.changed("404", "403"), contentType: "text/plain", messageBody: "Nothing here"))
    ], loadBalancerArn: balancer, port: variant.changed(80, 8080), protocol: .http)

  var body: some Infrastructure {
    EC2.Instance(
      "machine", disableApiTermination: false, iamInstanceProfile: identity.profile.instanceProfileName, imageId: image,
      instanceInitiatedShutdownBehavior: variant.changed(.stop, .terminate), instanceType: variant.changed(.t3Micro, .t3Small),
      securityGroupIds: variant.changed([network.web], [network.web, network.data]), sourceDestCheck: variant.changed(true, false),
      subnetId: variant.replaced(network.first, network.second))

    AutoScaling.ScalingPolicy(
      "by-load", autoScalingGroupName: machines, policyType: .targetTrackingScaling,
      targetTrackingConfiguration: .init(
        targetValue: variant.changed(50, 70), predefinedMetricSpecification: .init(predefinedMetricType: .asgAverageCpuUtilization)))
    AutoScaling.LifecycleHook(
      "terminating", autoScalingGroupName: machines, lifecycleTransition: .autoscalingEc2InstanceTerminating,
      defaultResult: variant.changed(.continue, .abandon), heartbeatTimeout: variant.changed(300, 600),
      lifecycleHookName: variant.replaced("lab-terminating", "lab-ending"))

    let entrance = ELB.LoadBalancer(
      "entrance", name: "lab-entrance", scheme: .internal, subnets: [network.first], type: .network)
    entrance
    let service = EC2.VPCEndpointService(
      "service", acceptanceRequired: variant.changed(true, false), networkLoadBalancerArns: [entrance])
    service
    EC2.VPCEndpointServicePermissions(
      "service-users", serviceId: service.serviceId,
      allowedPrincipals: variant.changed(
        ["arn:aws:iam::210987654321:root"], ["arn:aws:iam::210987654322:root", "arn:aws:iam::210987654323:root"]))

    ELB.ListenerRule(
      "api",
      actions: [.init(type: .forward, targetGroupArn: targets)],
      conditions: [
        .init(field: "path-pattern", pathPatternConfig: .init(values: variant.changed(["/api/*"], ["/api/*", "/v2/*"])))
      ], priority: variant.changed(10, 20), listenerArn: listener)
  }
}
