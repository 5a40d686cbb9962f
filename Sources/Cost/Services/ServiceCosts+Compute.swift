import StrataModel

extension ServiceCosts {
  /// Servers, containers, functions.
  static let compute: [String: Estimate] = [
    "AWS::AutoScaling::AutoScalingGroup": { costs in
      let count =
        ResourceCosts.number(costs["DesiredCapacity"]) ?? ResourceCosts.number(costs["MinSize"]) ?? 1
      let template = costs.target(of: costs["LaunchTemplate"]?["LaunchTemplateId"])
      guard let data = template?.properties["LaunchTemplateData"] else {
        return costs.leaveOut("its instances are described by a launch template that the program does not declare")
      }
      costs.addServers(data["InstanceType"], volumes: data["BlockDeviceMappings"], monitoring: data["Monitoring"]?["Enabled"], count)
    },
    "AWS::EC2::Instance": { costs in
      let template = costs.target(of: costs["LaunchTemplate"]?["LaunchTemplateId"])?.properties["LaunchTemplateData"]
      costs.addServers(
        costs["InstanceType"] ?? template?["InstanceType"] ?? "m1.small",
        volumes: costs["BlockDeviceMappings"] ?? template?["BlockDeviceMappings"],
        monitoring: costs["Monitoring"] ?? template?["Monitoring"]?["Enabled"], 1)
    },
    "AWS::EC2::Volume": { costs in
      let kind = costs["VolumeType"]?.stringValue ?? "gp2"
      guard let size = ResourceCosts.number(costs["Size"]) else {
        return costs.leaveOut("the size of the snapshot that it is made of is not known")
      }
      costs.add("\(kind) volume", "ebs.\(kind)", size)
    },
    "AWS::ECS::Cluster": { costs in
      let insights = costs.elements("ClusterSettings").first { $0["Name"]?.stringValue == "containerInsights" }?["Value"]?.stringValue
      if insights != nil, insights != "disabled" {
        costs.add("Container Insights", "cloudwatch.metric", .containerInsightsMetrics)
      }
    },
    "AWS::ECS::Service": { costs in
      guard costs["LaunchType"]?.stringValue != "EC2", costs["LaunchType"]?.stringValue != "EXTERNAL" else { return }
      guard let definition = costs.target(of: costs["TaskDefinition"]),
        let units = ResourceCosts.number(definition.properties["Cpu"]),
        let megabytes = ResourceCosts.number(definition.properties["Memory"])
      else { return costs.leaveOut("its tasks are described by a definition that the program does not declare") }
      let count = ResourceCosts.number(costs["DesiredCount"]) ?? 1
      let architecture = definition.properties["RuntimePlatform"]?["CpuArchitecture"]?.stringValue == "ARM64" ? "arm" : "x86"
      let tasks = "\(count) tasks, the desired count"
      // 1,024 CPU units are a vCPU, 1,024 MiB a GB.
      costs.addHours("Fargate vCPU", "fargate.vcpu.\(architecture)", times: units.divided(by: 1_024) * count, because: tasks)
      costs.addHours("Fargate memory", "fargate.memory.\(architecture)", times: megabytes.divided(by: 1_024) * count, because: tasks)
      // 20 GB of ephemeral storage are included.
      if let size = ResourceCosts.number(definition.properties["EphemeralStorage"]?["SizeInGiB"]), size > 20 {
        costs.addHours("Fargate storage", "fargate.storage", times: (size - 20) * count, because: tasks)
      }
    },
    "AWS::Lambda::Function": { costs in
      let isARM = costs.elements("Architectures").first?.stringValue == "arm64"
      let gigabytes = (ResourceCosts.number(costs["MemorySize"]) ?? 128).divided(by: 1_024)
      let requests = costs.assume(.lambdaRequests)
      let seconds = costs.assume(.lambdaDuration).divided(by: 1_000)
      costs.add("invocations", "lambda.requests", .lambdaRequests)
      costs.add(
        "duration", isARM ? "lambda.duration.arm" : "lambda.duration.x86", requests * seconds * gigabytes,
        because: "\(requests) invocations of \(costs.assume(.lambdaDuration)) ms with \(gigabytes.decimalText) GB")
    },
  ]
}

extension ResourceCosts {
  /// Linux servers with their volumes; without a volume in the program the image's own one is not known.
  fileprivate mutating func addServers(_ size: PropertyValue?, volumes: PropertyValue?, monitoring: PropertyValue?, _ count: Quantity) {
    let servers = count == 1 ? nil : "\(count) instances, the desired capacity"
    addInstance("instance", "ec2.instance", size: size, times: count, because: servers)
    for disk in (volumes?.arrayValue ?? []).compactMap({ $0["Ebs"] }) {
      let kind = disk["VolumeType"]?.stringValue ?? "gp2"
      if let gigabytes = Self.number(disk["VolumeSize"]) { add("\(kind) volume", "ebs.\(kind)", gigabytes * count, because: servers) }
    }
    // Detailed monitoring sends seven metrics an instance.
    if monitoring?.boolValue == true { add("detailed monitoring", "cloudwatch.metric", 7 * count, because: servers) }
  }
}

extension Quantity {
  /// The quotient, rounded to a millionth.
  func divided(by divisor: Int) -> Quantity {
    Quantity(millionths: Money(nanodollars: millionths).price(of: 1, per: divisor).nanodollars)
  }
}
