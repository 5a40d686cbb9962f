import Strata
import StrataModel
import StrataTesting
import Testing

@testable import FinancialStacks

@Suite("Financial: networks and servers")
struct FinancialWorkloadTests {
  private static let workloads = ["development", "testing", "production"]

  @Test(
    "Each network has three tiers in two zones, each with an access list; only the public tier has a route to the internet gateway",
    arguments: workloads)
  func tiers(workload: String) throws {
    let graph = try FinancialGraphs.core
    let stack = "\(workload)-network"
    let subnets = graph.all(EC2.Subnet.self, inStacks: stack)
    #expect(subnets.count == 6)
    #expect(subnets.allSatisfy { $0["MapPublicIpOnLaunch"] == false })
    for tier in ["public", "private", "restricted"] {
      let zones = subnets.filter { $0.address.path.contains("/\(tier)/") }.compactMap { $0.text("AvailabilityZone") }
      #expect(Set(zones).count == 2, "\(tier)")
    }
    #expect(graph.all(EC2.SubnetNetworkAclAssociation.self, inStacks: stack).count == 6)
    #expect(graph.all(EC2.NatGateway.self, inStacks: stack).count == 2)
    let routes = graph.all(EC2.Route.self, inStacks: stack)
    let toInternet = routes.filter { $0["GatewayId"] != nil }.compactMap { $0.producer(at: "RouteTableId")?.address }
    #expect(toInternet == [ResourceAddress("\(stack)/network/public/routes-1")])
    #expect(routes.allSatisfy { $0.producer(at: "RouteTableId")?.address.path.contains("/restricted/") == false })
  }

  @Test("Nothing from the internet reaches the restricted tier: no route, no line of its access list, no rule of its groups")
  func restrictedTier() throws {
    let graph = try FinancialGraphs.future
    let entries = graph.all(EC2.NetworkAclEntry.self).filter { $0.address.path.contains("/restricted/") }
    #expect(!entries.isEmpty)
    for entry in entries {
      #expect(entry["CidrBlock"] != "0.0.0.0/0" && entry["Protocol"] == 6, "\(entry.address)")
      let block = try #require(entry.text("CidrBlock"))
      #expect(block.hasPrefix("10.") && block.hasSuffix(".0/24"), "\(entry.address)")
    }
    for rule in graph.all(EC2.SecurityGroupIngress.self) {
      #expect(rule["CidrIp"] == nil && rule["SourceSecurityGroupId"] != nil, "\(rule.address)")
    }
    let open = graph.all(EC2.SecurityGroup.self).filter { group in
      group["SecurityGroupIngress"]?.arrayValue?.contains { $0["CidrIp"] == "0.0.0.0/0" } == true
    }
    #expect(open.allSatisfy { $0.address.id == "balancer" }, "\(open.map(\.address))")
    for group in open {
      #expect(group["SecurityGroupIngress"]?.arrayValue?.compactMap { $0["FromPort"]?.integerValue } == [80, 443])
    }
  }

  @Test("Data stores lie in the restricted tier, servers and functions in the private one")
  func places() throws {
    let graph = try FinancialGraphs.core
    func tiers(_ resource: GraphResource, _ path: PropertyPath) -> Set<String> {
      var found: Set<String> = []
      resource[path]?.forEachReference { reference, _ in
        found.insert(String(reference.address.path.split(separator: "/").dropLast().last ?? ""))
      }
      return found
    }
    for group in graph.all(RDS.DBSubnetGroup.self) { #expect(tiers(group, "SubnetIds") == ["restricted"], "\(group.address)") }
    for group in graph.all(ElastiCache.SubnetGroup.self) { #expect(tiers(group, "SubnetIds") == ["restricted"], "\(group.address)") }
    for group in graph.all(AutoScaling.AutoScalingGroup.self) {
      #expect(tiers(group, "VPCZoneIdentifier") == ["private"], "\(group.address)")
    }
    for function in graph.all(Lambda.Function.self) {
      #expect(tiers(function, "VpcConfig.SubnetIds") == ["private"], "\(function.address)")
    }
    for balancer in graph.all(ElasticLoadBalancingV2.LoadBalancer.self) {
      #expect(tiers(balancer, "Subnets") == ["public"], "\(balancer.address)")
    }
  }

  @Test("Nobody needs SSH: no rule names its port, no key pair exists, and sessions are encrypted, logged and cut off")
  func noSSH() throws {
    let graph = try FinancialGraphs.future
    for type in ["AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress", "AWS::EC2::NetworkAclEntry", "AWS::EC2::SecurityGroup"]
    {
      for resource in graph.all(ofType: type) {
        #expect(!JSONWriter.text(of: .object(resource.node.properties)).contains("\"FromPort\":22,"), "\(resource.address)")
      }
    }
    #expect(graph.resources.allSatisfy { $0.type != "AWS::EC2::KeyPair" && $0.properties["KeyName"] == nil })
    for document in graph.all(ofType: "AWS::SSM::Document") {
      let inputs = try #require(document["Content.inputs"])
      #expect(document["Name"] == "SSM-SessionManagerRunShell")
      #expect(inputs["kmsKeyId"] != nil && inputs["cloudWatchEncryptionEnabled"] == true && inputs["idleSessionTimeout"] == "15")
    }
    let bastion = try graph.resource("production-compute/bastion-template")
    let group = try #require(bastion.producer(at: "LaunchTemplateData.NetworkInterfaces[0].Groups[0]"))
    #expect(group["SecurityGroupIngress"] == nil)
    #expect(graph.all(EC2.SecurityGroupIngress.self).allSatisfy { $0.producer(at: "GroupId")?.address != group.address })
    let endpoints = graph.all(EC2.VPCEndpoint.self, inStacks: "production-security").compactMap { $0.text("ServiceName") }
    #expect(Set(endpoints).isSuperset(of: ["ssm", "ssmmessages", "ec2messages"].map { "com.amazonaws.us-east-1.\($0)" }))
  }

  @Test("Every server takes version 2 metadata one hop far, has encrypted volumes and no public address but the bastion")
  func servers() throws {
    let graph = try FinancialGraphs.future
    let templates = graph.all(EC2.LaunchTemplate.self)
    #expect(templates.count == 8)
    for template in templates {
      #expect(template["LaunchTemplateData.MetadataOptions.HttpTokens"] == "required", "\(template.address)")
      #expect(template["LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit"] == 1)
      #expect(template["LaunchTemplateData.BlockDeviceMappings[0].Ebs.Encrypted"] == true)
      #expect(template["LaunchTemplateData.BlockDeviceMappings[0].Ebs.KmsKeyId"] != nil)
      let isPublic = template["LaunchTemplateData.NetworkInterfaces[0].AssociatePublicIpAddress"]
      #expect(isPublic == .bool(template.address.id == "bastion-template"))
      #expect(template["LaunchTemplateData.KeyName"] == nil)
    }
    for instance in graph.all(EC2.Instance.self) {
      #expect(instance["MetadataOptions.HttpTokens"] == "required" && instance["MetadataOptions.HttpPutResponseHopLimit"] == 1)
      #expect(instance.refers(to: EC2.LaunchTemplate.self, at: "LaunchTemplate.LaunchTemplateId"))
    }
    for group in graph.all(AutoScaling.AutoScalingGroup.self) {
      #expect(group["HealthCheckType"] == "ELB")
      #expect(
        group["LaunchTemplate.Version"]
          == .reference(Reference(try #require(group.producer(at: "LaunchTemplate.LaunchTemplateId")).address, "LatestVersionNumber")))
      #expect(group.lifecycle.ignoredPaths == ["DesiredCapacity"])
    }
    #expect(try graph.resource("production-compute/servers/group")["MinSize"] == "3")
    #expect(try graph.resource("image/infrastructure")["InstanceMetadataOptions.HttpTokens"] == "required")
  }

  @Test("User data installs the agents and the audit, and stays below 16 KB")
  func userData() throws {
    let template = try FinancialGraphs.core.resource("production-compute/servers/template")
    guard case .expression(let encoded)? = template["LaunchTemplateData.UserData"], let script = encoded.arguments.first?.shownText else {
      Issue.record("no script")
      return
    }
    #expect(encoded.function == .base64)
    for part in ["amazon-cloudwatch-agent", "amazon-ssm-agent", "auditd", "augenrules"] { #expect(script.contains(part)) }
    #expect(script.utf8.count < 12_000)
  }

  @Test("Load balancers speak TLS 1.2 or newer on both sides and send plain HTTP to HTTPS")
  func loadBalancers() throws {
    let graph = try FinancialGraphs.core
    for stack in ["development-compute", "testing-compute", "production-compute"] {
      let https = try graph.resource(ResourceAddress("\(stack)/balancer/https"))
      #expect(https["SslPolicy"] == "ELBSecurityPolicy-TLS13-1-2-2021-06")
      #expect(https["DefaultActions[0].Type"] == "forward")
      #expect(try graph.resource(ResourceAddress("\(stack)/balancer/http"))["DefaultActions[0].RedirectConfig.Protocol"] == "HTTPS")
      let targets = try graph.resource(ResourceAddress("\(stack)/balancer/targets"))
      #expect(targets["Protocol"] == "HTTPS" && targets["TargetType"] == "instance")
    }
  }

  @Test("Functions are encrypted, traced and limited, and what they cannot do waits in a queue")
  func functions() throws {
    for function in try FinancialGraphs.core.all(Lambda.Function.self) {
      #expect(function["KmsKeyArn"] != nil, "\(function.address)")
      #expect(function["TracingConfig.Mode"] == "Active")
      #expect(function.refers(to: SQS.Queue.self, at: "DeadLetterConfig.TargetArn"))
      #expect(function["ReservedConcurrentExecutions"] == 10)
    }
  }

  @Test("Each workload's stacks stand in the order of the document's deployment sequence")
  func sequence() throws {
    let graph = try FinancialGraphs.core
    let order = ["network", "security", "data", "compute", "monitoring"]
    for (index, consumer) in order.enumerated() {
      for producer in order[(index + 1)...] {
        #expect(
          graph.edges(fromStack: "production-\(consumer)", toStack: "production-\(producer)").isEmpty, "\(consumer) needs \(producer)")
      }
    }
    for (producer, consumer) in zip(order, order.dropFirst()) {
      #expect(!graph.edges(fromStack: "production-\(consumer)", toStack: "production-\(producer)").isEmpty, "\(consumer) \(producer)")
    }
  }
}
