public import StrataAWS
public import StrataLanguage
import StrataModel

/// Servers behind a load balancer, as many as their load wants: hardened, encrypted, without SSH and without public addresses.
///
/// Creates the servers' `IAM.Role` with an `IAM.InstanceProfile`, an `EC2.LaunchTemplate`, an `AutoScaling.AutoScalingGroup` and a policy that
/// keeps the average CPU at its target. Metadata is served to version 2 requests only and one hop far, volumes are encrypted with a
/// customer-managed key, and Session Manager takes the place of SSH. A changed template reaches the group by the template's latest version.
///
/// The key has to let Auto Scaling's service-linked role in: ``KeyUse/autoScaling``. How many servers run belongs to the scaling, so a changed
/// `DesiredCapacity` is no drift. With a capacity of 0 the group is there and runs nothing, as a pilot light wants it.
@Component
public final class ServerGroup {
  public let id: String
  let name: String
  /// An AMI's id, or `resolve:ssm:` and the name of a parameter that holds one.
  let image: any Input<String>
  let instanceType: String
  let capacity: ClosedRange<Int>
  let key: any StrataLanguage.Reference<KMS.Key>
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  let targetGroup: ElasticLoadBalancingV2.TargetGroup
  /// What the servers do when they start; at most 16 KB.
  let userData: any Input<String>
  /// What the servers may do beside being managed by Systems Manager.
  let permissions: [Statement]
  var cpuTarget = 60
  var volumeSize = 30

  public lazy var role = ServiceRole(
    "role", for: "ec2", name: "\(name)-servers", managedPolicies: ["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"],
    checksAccount: false
  ) { permissions }

  public lazy var profile = IAM.InstanceProfile("profile", roles: [role], instanceProfileName: "\(name)-servers")

  public lazy var template = EC2.LaunchTemplate(
    "template",
    launchTemplateData: .init(
      blockDeviceMappings: [
        .init(
          deviceName: "/dev/xvda",
          ebs: .init(deleteOnTermination: true, encrypted: true, kmsKeyId: key, volumeSize: volumeSize, volumeType: .gp3))
      ],
      iamInstanceProfile: .init(arn: profile.arn), imageId: image, instanceType: .raw(instanceType),
      metadataOptions: .init(httpEndpoint: .enabled, httpPutResponseHopLimit: 1, httpTokens: .required, instanceMetadataTags: .disabled),
      monitoring: .init(enabled: true),
      networkInterfaces: [.init(associatePublicIpAddress: false, deviceIndex: 0, groups: securityGroups.map(\.groupId))],
      tagSpecifications: ["instance", "volume"].map { .init(resourceType: $0, tags: [.init(key: "Name", value: name)]) },
      userData: userData.base64()), launchTemplateName: name)

  public lazy var group = AutoScaling.AutoScalingGroup(
    "group", maxSize: "\(capacity.upperBound)", minSize: "\(capacity.lowerBound)", autoScalingGroupName: name,
    desiredCapacity: "\(capacity.lowerBound)", healthCheckGracePeriod: 300, healthCheckType: "ELB",
    launchTemplate: .init(version: template.latestVersionNumber, launchTemplateId: template),
    metricsCollection: [.init(granularity: "1Minute")],
    targetGroupArns: [targetGroup], vpcZoneIdentifier: subnets
  ).ignoringChanges(to: "DesiredCapacity").tagged(["Name": "\(name)"])

  public var body: some Infrastructure {
    AutoScaling.ScalingPolicy(
      "cpu", autoScalingGroupName: group, policyType: .targetTrackingScaling,
      targetTrackingConfiguration: .init(
        targetValue: cpuTarget, predefinedMetricSpecification: .init(predefinedMetricType: .asgAverageCpuUtilization)))
  }
}
