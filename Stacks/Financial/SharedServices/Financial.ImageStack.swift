import Strata

extension Financial {
  /// 4.11 "Hardened AMIs with minimal attack surface".
  ///
  /// A build takes 20 to 60 minutes and is no part of a deployment: the pipeline builds on Sundays, and servers start from Amazon's image until
  /// `usesHardenedImage` says that there is one. It is built in the account's default network; a landing zone without one gives the pipeline a
  /// subnet.
  @Stack final class ImageStack {
    let settings: Settings
    let accounts: Accounts
    let baseline: AccountBaselineStack

    // Workloads start servers from images that are encrypted with this key.
    lazy var key = EncryptedKey(
      "key", alias: "financial-images", description: "Financial: hardened images", uses: [sharing, .logGroups("/aws/imagebuilder/*")],
      deniesOtherAccounts: true, admittedAccounts: accounts.workloads)

    lazy var hardening = ImageBuilder.Component(
      "hardening", name: "financial-hardening", platform: .linux, version: "1.0.0", data: Self.steps,
      description: "CIS level 1 for servers: nothing that is not needed, nothing that listens", kmsKeyId: key,
      supportedOsVersions: ["Amazon Linux 2023"])

    lazy var recipe = ImageBuilder.ImageRecipe(
      "recipe", name: "financial-hardened",
      parentImage: "arn:\(AWS.partition):imagebuilder:\(AWS.region):aws:image/amazon-linux-2023-x86/x.x.x", version: "1.0.0",
      blockDeviceMappings: [
        .init(
          deviceName: "/dev/xvda", ebs: .init(deleteOnTermination: true, encrypted: true, kmsKeyId: key, volumeSize: 30, volumeType: .gp3))
      ],
      components: [
        .init(componentArn: hardening), .init(componentArn: .existing(component("amazon-cloudwatch-agent-linux"))),
        .init(componentArn: .existing(component("update-linux"))),
      ], description: "Amazon Linux 2023, hardened")

    lazy var role = ServiceRole(
      "builder", for: "ec2", name: "financial-image-builder",
      managedPolicies: ["AmazonSSMManagedInstanceCore", "EC2InstanceProfileForImageBuilder"], checksAccount: false)
    lazy var profile = IAM.InstanceProfile("builder-profile", roles: [role], instanceProfileName: "financial-image-builder")

    // 4.12 "IMDSv2 enforcement", while an image is built too.
    lazy var infrastructure = ImageBuilder.InfrastructureConfiguration(
      "infrastructure", instanceProfileName: profile.instanceProfileName, name: "financial",
      instanceMetadataOptions: .init(httpPutResponseHopLimit: 1, httpTokens: .required), instanceTypes: ["t3.medium"],
      snsTopicArn: baseline.alarms.topic, terminateInstanceOnFailure: true)

    lazy var distribution = ImageBuilder.DistributionConfiguration(
      "distribution",
      distributions: [settings.region, settings.recoveryRegion].map { region in
        .init(
          region: region,
          amiDistributionConfiguration: .init(
            kmsKeyId: region == settings.region ? key : nil, launchPermissionConfiguration: .init(userIds: accounts.workloads),
            name: "financial-hardened-{{ imagebuilder:buildDate }}"),
          ssmParameterConfigurations: [.init(parameterName: settings.imageParameter, dataType: .awsEc2Image)])
      }, name: "financial")

    var body: some Infrastructure {
      ImageBuilder.ImagePipeline(
        "pipeline", description: "A new image each week, and when its parent is new", distributionConfigurationArn: distribution,
        enhancedImageMetadataEnabled: true, imageRecipeArn: recipe,
        imageTestsConfiguration: .init(imageTestsEnabled: true, timeoutMinutes: 60), infrastructureConfigurationArn: infrastructure,
        name: "financial-hardened",
        schedule: .init(
          pipelineExecutionStartCondition: .expressionMatchAndDependencyUpdatesAvailable, scheduleExpression: "cron(0 2 ? * sun *)"),
        status: .enabled)
    }

    private var sharing: KeyUse {
      KeyUse(
        Allow("kms:Decrypt", "kms:DescribeKey", "kms:ReEncrypt*", "kms:GenerateDataKey*", on: "*", id: "Workloads")
          .to(accounts.workloads.map { .account($0) }),
        Allow("kms:CreateGrant", on: "*", id: "WorkloadGrants").to(accounts.workloads.map { .account($0) })
          .when(.isTrue("kms:GrantIsForAWSResource")))
    }

    private func component(_ name: String) -> String { "arn:\(AWS.partition):imagebuilder:\(AWS.region):aws:component/\(name)/x.x.x" }

    private static let steps = """
      name: financial-hardening
      schemaVersion: 1.0
      phases:
        - name: build
          steps:
            - name: Harden
              action: ExecuteBash
              inputs:
                commands:
                  - dnf update -y
                  - dnf install -y amazon-cloudwatch-agent audit
                  - systemctl disable --now sshd rpcbind || true
                  - dnf remove -y openssh-server telnet rsh-server ypserv tftp-server || true
                  - sed -i 's/^UMASK.*/UMASK 027/' /etc/login.defs
                  - printf 'net.ipv4.conf.all.accept_redirects = 0\\nnet.ipv4.conf.all.send_redirects = 0\\nkernel.randomize_va_space = 2\\n' > /etc/sysctl.d/60-financial.conf
                  - systemctl enable auditd amazon-ssm-agent
        - name: validate
          steps:
            - name: NothingListens
              action: ExecuteBash
              inputs:
                commands:
                  - test -z "$(ss -ltnH '( sport = :22 )')"
      """
  }
}
