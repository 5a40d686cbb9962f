import StrataModel

extension PolicyRule {
  static let computeHardening = PolicyRule(
    "R38", "compute-hardening", title: "Servers, containers and functions offer an intruder nothing to go on with",
    why: "a flaw in an application is bad; one that yields credentials, root or an open disk is worse",
    remedy: "use ServerGroup, FargateService and PrivateFunction, which set it",
    controls: [.pciDSS("2.2"), .awsFoundations("5.6")]
  ) { context, assessment in
    for template in context.all("AWS::EC2::LaunchTemplate") {
      check(server: template, template.properties["LaunchTemplateData"], "LaunchTemplateData", context, &assessment)
    }
    for instance in context.all("AWS::EC2::Instance") where instance.properties["LaunchTemplate"] == nil {
      check(server: instance, .object(instance.properties), .root, context, &assessment)
    }
    for task in context.all("AWS::ECS::TaskDefinition") { check(task: task, &assessment) }
    for service in context.all("AWS::ECS::Service") {
      assessment.require(
        service.properties.value(at: "NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp")?.stringValue != "ENABLED",
        of: service,
        at: "NetworkConfiguration", "the containers have public addresses", remedy: "set AssignPublicIp to DISABLED")
    }
    for cluster in context.all("AWS::ECS::Cluster") {
      let insights = cluster.properties["ClusterSettings"]?.elements.first { $0["Name"] == "containerInsights" }?["Value"]?.stringValue
      assessment.require(
        ["enabled", "enhanced"].contains(insights), of: cluster, at: "ClusterSettings", "nothing measures the containers of the cluster",
        remedy: "set containerInsights to enhanced")
    }
    for function in context.all("AWS::Lambda::Function") { check(function: function, &assessment) }
  }

  private static func check(
    server node: ResourceNode, _ data: PropertyValue?, _ path: PropertyPath, _ context: PolicyContext, _ assessment: inout PolicyAssessment
  ) {
    let metadata = data?["MetadataOptions"]
    assessment.require(
      metadata?["HttpTokens"] == "required", of: node, at: path.appending(key: "MetadataOptions"),
      "a flaw in an application can read the server's credentials from the metadata service", remedy: "set HttpTokens to required")
    let hops = metadata?["HttpPutResponseHopLimit"]?.wholeNumber ?? 1
    assessment.require(
      hops <= 2, of: node, at: path.appending(key: "MetadataOptions"), "the server's credentials travel over \(hops) hops",
      remedy: "set HttpPutResponseHopLimit to 1, or 2 for containers")
    for (index, device) in (data?["BlockDeviceMappings"]?.elements ?? []).enumerated() {
      guard let volume = device["Ebs"] else { continue }
      assessment.require(
        volume["Encrypted"]?.isTrue == true && context.isCustomerKey(volume["KmsKeyId"]), of: node,
        at: path.appending(key: "BlockDeviceMappings").appending(index: index), "a volume is not encrypted with a key of your own",
        remedy: "set Encrypted and KmsKeyId")
    }
    for (index, interface) in (data?["NetworkInterfaces"]?.elements ?? []).enumerated() {
      assessment.require(
        interface["AssociatePublicIpAddress"]?.isTrue != true, of: node,
        at: path.appending(key: "NetworkInterfaces").appending(index: index), "the server has a public address",
        remedy: "set AssociatePublicIpAddress to false; Session Manager and a NAT gateway need none")
    }
    checkAgent(node, data, path, context, &assessment)
  }

  /// Without a way for Session Manager, servers are patched and looked at by SSH.
  private static func checkAgent(
    _ node: ResourceNode, _ data: PropertyValue?, _ path: PropertyPath, _ context: PolicyContext, _ assessment: inout PolicyAssessment
  ) {
    guard let profile = context.targets(in: data?["IamInstanceProfile"]).first(where: { $0.type == "AWS::IAM::InstanceProfile" }) else {
      return
    }
    for role in context.targets(in: profile.properties["Roles"]) {
      let managed = role.properties["ManagedPolicyArns"]?.elements.map(\.shownText) ?? []
      let inline = (role.properties["Policies"]?.elements ?? []).flatMap { PolicyStatement.statements(of: $0["PolicyDocument"]) ?? [] }
      assessment.require(
        managed.contains { $0.hasSuffix("/AmazonSSMManagedInstanceCore") }
          || inline.contains { $0.isAllow && $0.covers("ssmmessages:CreateControlChannel") },
        of: node, at: path.appending(key: "IamInstanceProfile"), "Session Manager does not reach the server",
        remedy: "add AmazonSSMManagedInstanceCore to the role of the profile",
        notes: [Diagnostic.Note("the role is declared here", at: role.source)])
    }
  }

  private static func check(task: ResourceNode, _ assessment: inout PolicyAssessment) {
    for (index, container) in (task.properties["ContainerDefinitions"]?.elements ?? []).enumerated() {
      let path = PropertyPath("ContainerDefinitions").appending(index: index)
      assessment.require(
        container["Privileged"]?.isTrue != true, of: task, at: path, "the container may do everything with its host",
        remedy: "leave out Privileged")
      assessment.require(
        container["ReadonlyRootFilesystem"]?.isTrue == true, of: task, at: path, "an intruder can change the container's files",
        remedy: "set ReadonlyRootFilesystem to true, with a volume for what has to be written")
      let user = container["User"]?.scalarText ?? "root"
      assessment.require(
        !["root", "0"].contains(user.split(separator: ":").first.map(String.init) ?? "root"), of: task, at: path,
        "the container runs as root", remedy: "set User to a number that is not 0")
    }
  }

  private static func check(function: ResourceNode, _ assessment: inout PolicyAssessment) {
    let properties = function.properties
    assessment.require(
      properties.value(at: "VpcConfig", "SubnetIds") != nil, of: function, at: "VpcConfig",
      "the function is outside of the network, where nothing limits what it reaches", remedy: "set VpcConfig, as PrivateFunction does")
    assessment.require(
      properties.value(at: "DeadLetterConfig", "TargetArn") != nil, of: function, at: "DeadLetterConfig",
      "calls that fail vanish", remedy: "set DeadLetterConfig to a queue")
    assessment.require(
      properties["ReservedConcurrentExecutions"] != nil, of: function, at: "ReservedConcurrentExecutions",
      "one function can use up the account's concurrency", remedy: "set ReservedConcurrentExecutions")
  }
}
