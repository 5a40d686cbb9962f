import Strata

/// Roles, policies and identity providers.
@Stack final class IdentityStack {
  let variant: Variant

  lazy var worker = IAM.Role(
    "worker",
    assumeRolePolicyDocument: .policy {
      Allow("sts:AssumeRole").to(variant.changed(.service("lambda", "ec2"), .service("lambda", "ec2", "ecs-tasks")))
    },
    description: variant.changed("Works", "Works harder"),
    managedPolicyArns: variant.changed(
      [.existing("arn:aws:iam::aws:policy/ReadOnlyAccess"), .existing("arn:aws:iam::aws:policy/SecurityAudit")],
      [.existing("arn:aws:iam::aws:policy/ReadOnlyAccess"), .existing("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess")]),
    maxSessionDuration: variant.changed(3600, 7200),
    policies: variant.changed([inline("first"), inline("both")], [inline("both"), inline("second")]), roleName: "lab-worker")

  // Everything that refers to the role follows its replacement.
  lazy var services = IAM.Role(
    "services",
    assumeRolePolicyDocument: .policy {
      Allow("sts:AssumeRole").to(
        .service(
          "ec2", "firehose", "scheduler", "events", "logs", "config", "cloudtrail", "backup", "codepipeline", "codebuild", "sns", "s3"))
    }, path: variant.replaced("/lab/", "/laboratory/"), permissionsBoundary: variant.changed(nil, boundary.policyArn))

  // moto finds CodePipeline among the trusted services only where it stands alone.
  lazy var builder = IAM.Role("builder", assumeRolePolicyDocument: .policy { Allow("sts:AssumeRole").to(.service("codepipeline")) })

  lazy var boundary = IAM.ManagedPolicy("boundary", policyDocument: .policy { Allow("*", on: "*") }, managedPolicyName: "lab-boundary")

  lazy var profile = IAM.InstanceProfile(
    "profile", roles: [variant.changed(services, worker)], instanceProfileName: "lab-profile")

  var body: some Infrastructure {
    IAM.RolePolicy(
      "worker-may", policyName: "may", roleName: worker,
      policyDocument: .policy { Allow("s3:GetObject", on: variant.changed("arn:aws:s3:::lab/first/*", "arn:aws:s3:::lab/second/*")) })

    IAM.ManagedPolicy(
      "readers", policyDocument: .policy { Allow(variant.changed(["s3:GetObject"], ["s3:GetObject", "s3:ListBucket"]), on: ["*"]) },
      // A fixed name and another description: the old policy goes before the new one comes.
      description: variant.replaced("Reads", "Reads everything"), managedPolicyName: "lab-readers",
      roles: variant.changed([builder], [builder, services]))

    IAM.ServiceLinkedRole(
      "autoscaling", awsServiceName: "autoscaling.amazonaws.com", customSuffix: "lab",
      description: variant.changed("Scales", "Scales for the lab"))

    // moto can neither add nor remove client ids.
    IAM.OIDCProvider(
      "tokens", clientIdList: ["sts.amazonaws.com"],
      thumbprintList: [String(repeating: variant.changed("a", "b"), count: 40)], url: "https://token.lab.example.com")
  }

  private func inline(_ name: String) -> IAM.Role.Policy {
    .init(policyDocument: .policy { Allow("s3:ListBucket", on: "arn:aws:s3:::lab-\(variant.changed("one", "two"))") }, policyName: name)
  }
}
