import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("Rules of EC2 and load balancers")
struct NetworkRuleTests {
  @Test("A subnet lies within its VPC, overlaps no other, and has a size")
  func subnets() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    _ = try cloud.subnet(vpc, "10.0.1.0/24")
    expectRefusal("InvalidSubnet.Range") { _ = try cloud.subnet(vpc, "10.1.0.0/24") }
    expectRefusal("InvalidSubnet.Conflict") { _ = try cloud.subnet(vpc, "10.0.1.128/25") }
    expectRefusal("ValidationException") { _ = try cloud.subnet(vpc, "10.0.2.0/29") }
    expectRefusal("ValidationException") { _ = try cloud.vpc("10.0.0.0/8") }
    #expect(try cloud.subnet(vpc, "10.0.2.0/24").hasPrefix("subnet-0"))
  }

  @Test("A public NAT gateway needs an address and an internet gateway")
  func natGateway() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    let subnet = try cloud.subnet(vpc, "10.0.1.0/24")
    let address = try cloud.make("EC2::EIP", ["Domain": "vpc"]).properties["AllocationId"] ?? ""
    expectRefusal("MissingParameter") { try cloud.make("EC2::NatGateway", ["SubnetId": .string(subnet)]) }
    expectRefusal("Gateway.NotAttached") { try cloud.make("EC2::NatGateway", ["SubnetId": .string(subnet), "AllocationId": address]) }
    let gateway = try cloud.make("EC2::InternetGateway").identifier
    let attachment = try cloud.make("EC2::VPCGatewayAttachment", ["VpcId": .string(vpc), "InternetGatewayId": .string(gateway)])
    let nat = try cloud.make("EC2::NatGateway", ["SubnetId": .string(subnet), "AllocationId": address])
    #expect(nat.identifier.hasPrefix("nat-0") && nat.identifier.count == 21)
    expectRefusal("InvalidIPAddress.InUse") {
      try cloud.delete("EC2::EIP", cloud.store.objects.values.first { $0.type == "AWS::EC2::EIP" }?.identifier ?? "")
    }
    expectRefusal("DependencyViolation") { try cloud.delete("EC2::VPCGatewayAttachment", attachment.identifier) }
    expectRefusal("DependencyViolation") { try cloud.delete("EC2::Subnet", subnet) }
    #expect(try cloud.delete("EC2::NatGateway", nat.identifier) == .gone)
    #expect(try cloud.delete("EC2::VPCGatewayAttachment", attachment.identifier) == .gone)
  }

  @Test("A route leads to a gateway of its own VPC, and holds its destination")
  func routes() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    let table = try cloud.make("EC2::RouteTable", ["VpcId": .string(vpc)]).identifier
    let gateway = try cloud.make("EC2::InternetGateway").identifier
    let route: PropertyObject = [
      "RouteTableId": .string(table), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": .string(gateway),
    ]
    expectRefusal("InvalidParameterValue") { try cloud.make("EC2::Route", route) }
    try cloud.make("EC2::VPCGatewayAttachment", ["VpcId": .string(vpc), "InternetGatewayId": .string(gateway)])
    #expect(try cloud.make("EC2::Route", route).identifier == table + "|0.0.0.0/0")
    // A VPC takes one internet gateway, and a VPN gateway beside it.
    let second = try cloud.make("EC2::InternetGateway").identifier
    expectRefusal("Resource.AlreadyAssociated") {
      try cloud.make("EC2::VPCGatewayAttachment", ["VpcId": .string(vpc), "InternetGatewayId": .string(second)])
    }
    let vpn = try cloud.make("EC2::VPNGateway", ["Type": "ipsec.1"]).identifier
    try cloud.make("EC2::VPCGatewayAttachment", ["VpcId": .string(vpc), "VpnGatewayId": .string(vpn)])
    expectRefusal("RouteAlreadyExists") { try cloud.make("EC2::Route", route) }
  }

  @Test("Network ACL rule numbers and security group rules are held once")
  func occupancy() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    let list = try cloud.make("EC2::NetworkAcl", ["VpcId": .string(vpc)]).identifier
    let entry: PropertyObject = [
      "NetworkAclId": .string(list), "RuleNumber": 100, "Protocol": 6, "RuleAction": "allow", "CidrBlock": "0.0.0.0/0",
      "PortRange": ["From": 443, "To": 443],
    ]
    try cloud.make("EC2::NetworkAclEntry", entry)
    expectRefusal("NetworkAclEntryAlreadyExists") { try cloud.make("EC2::NetworkAclEntry", entry) }
    try cloud.make("EC2::NetworkAclEntry", entry.merging(["Egress": true]))

    let group = try cloud.make("EC2::SecurityGroup", ["GroupDescription": "web", "VpcId": .string(vpc)]).identifier
    let rule: PropertyObject = [
      "GroupId": .string(group), "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0",
    ]
    try cloud.make("EC2::SecurityGroupIngress", rule)
    expectRefusal("InvalidPermission.Duplicate") { try cloud.make("EC2::SecurityGroupIngress", rule) }
  }

  @Test("A security group that another one refers to stays; its own rules go with it")
  func securityGroups() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    let web = try cloud.make("EC2::SecurityGroup", ["GroupDescription": "web", "VpcId": .string(vpc)]).identifier
    let app = try cloud.make("EC2::SecurityGroup", ["GroupDescription": "app", "VpcId": .string(vpc)]).identifier
    let rule = try cloud.make(
      "EC2::SecurityGroupIngress",
      ["GroupId": .string(app), "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "SourceSecurityGroupId": .string(web)])
    expectRefusal("DependencyViolation") { try cloud.delete("EC2::SecurityGroup", web) }
    #expect(try cloud.delete("EC2::SecurityGroup", app) == .gone)
    expectRefusal("ResourceNotFoundException") { _ = try cloud.read("EC2::SecurityGroupIngress", rule.identifier) }
    #expect(try cloud.delete("EC2::SecurityGroup", web) == .gone)
  }

  @Test("A subnet is associated with what stands in its VPC")
  func sameNetwork() throws {
    var cloud = CloudFixture()
    let one = try cloud.vpc()
    let other = try cloud.vpc("10.9.0.0/16")
    let subnet = try cloud.subnet(one, "10.0.1.0/24")
    let foreign = try cloud.make("EC2::RouteTable", ["VpcId": .string(other)]).identifier
    let own = try cloud.make("EC2::RouteTable", ["VpcId": .string(one)]).identifier
    expectRefusal("InvalidParameterValue") {
      try cloud.make("EC2::SubnetRouteTableAssociation", ["SubnetId": .string(subnet), "RouteTableId": .string(foreign)])
    }
    try cloud.make("EC2::SubnetRouteTableAssociation", ["SubnetId": .string(subnet), "RouteTableId": .string(own)])
    expectRefusal("DependencyViolation") { try cloud.delete("EC2::RouteTable", own) }
  }

  @Test("Private DNS of an endpoint needs both DNS attributes of the VPC")
  func endpoints() throws {
    var cloud = CloudFixture()
    let plain = try cloud.make("EC2::VPC", ["CidrBlock": "10.0.0.0/16"]).identifier
    let ready = try cloud.vpc("10.1.0.0/16")
    let endpoint: PropertyObject = [
      "ServiceName": "com.amazonaws.us-east-1.kms", "VpcEndpointType": "Interface", "PrivateDnsEnabled": true,
    ]
    expectRefusal("InvalidParameter") { try cloud.make("EC2::VPCEndpoint", endpoint.merging(["VpcId": .string(plain)])) }
    #expect(try cloud.make("EC2::VPCEndpoint", endpoint.merging(["VpcId": .string(ready)])).identifier.hasPrefix("vpce-0"))
  }

  @Test("Quotas that AWS raises hold only on demand")
  func quotas() throws {
    var cloud = CloudFixture()
    for _ in 0..<6 { try cloud.make("EC2::EIP", ["Domain": "vpc"]) }
    cloud = CloudFixture()
    cloud.store.enforcesQuotas = true
    for _ in 0..<5 { try cloud.make("EC2::EIP", ["Domain": "vpc"]) }
    expectRefusal("AddressLimitExceeded") { try cloud.make("EC2::EIP", ["Domain": "vpc"]) }
  }

  @Test("An application load balancer needs two zones, its listeners certificates, and ports are held once")
  func loadBalancers() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    let a = try cloud.subnet(vpc, "10.0.1.0/24", zone: "a")
    let alsoA = try cloud.subnet(vpc, "10.0.2.0/24", zone: "a")
    let b = try cloud.subnet(vpc, "10.0.3.0/24", zone: "b")
    expectRefusal("InvalidConfigurationRequest") {
      try cloud.make("ElasticLoadBalancingV2::LoadBalancer", ["Name": "web", "Subnets": [.string(a), .string(alsoA)]])
    }
    let balancer = try cloud.make("ElasticLoadBalancingV2::LoadBalancer", ["Name": "web", "Subnets": [.string(a), .string(b)]])
    #expect(balancer.identifier.hasPrefix("arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/"))
    #expect(balancer.properties["DNSName"]?.stringValue?.hasSuffix(".us-east-1.elb.amazonaws.com") == true)
    let group = try cloud.make(
      "ElasticLoadBalancingV2::TargetGroup", ["Name": "api", "Port": 3001, "Protocol": "HTTP", "TargetType": "ip", "VpcId": .string(vpc)])
    let listener: PropertyObject = [
      "LoadBalancerArn": .string(balancer.identifier), "Port": 443, "Protocol": "HTTPS",
      "DefaultActions": [["Type": "forward", "TargetGroupArn": .string(group.identifier)]],
    ]
    expectRefusal("ValidationException") { try cloud.make("ElasticLoadBalancingV2::Listener", listener) }
    let plain = listener.merging(["Protocol": "HTTP", "Port": 80])
    let made = try cloud.make("ElasticLoadBalancingV2::Listener", plain)
    #expect(made.identifier.contains(":listener/app/web/"))
    expectRefusal("DuplicateListener") { try cloud.make("ElasticLoadBalancingV2::Listener", plain) }
    expectRefusal("ResourceInUse") { try cloud.delete("ElasticLoadBalancingV2::TargetGroup", group.identifier) }
  }

  @Test("A service's target group is attached to a listener first")
  func services() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    let subnets = [try cloud.subnet(vpc, "10.0.1.0/24", zone: "a"), try cloud.subnet(vpc, "10.0.2.0/24", zone: "b")]
    let cluster = try cloud.make("ECS::Cluster", ["ClusterName": "pilot"]).identifier
    let task = try cloud.make(
      "ECS::TaskDefinition", ["Family": "api", "ContainerDefinitions": [["Name": "api", "Image": "example/api:1"]]]
    ).identifier
    #expect(task.hasSuffix("task-definition/api:1"))
    let group = try cloud.make(
      "ElasticLoadBalancingV2::TargetGroup", ["Name": "api", "Port": 3001, "Protocol": "HTTP", "TargetType": "ip", "VpcId": .string(vpc)])
    let service: PropertyObject = [
      "ServiceName": "api", "Cluster": .string(cluster), "TaskDefinition": .string(task),
      "LoadBalancers": [["ContainerName": "api", "ContainerPort": 3001, "TargetGroupArn": .string(group.identifier)]],
    ]
    expectRefusal("InvalidParameterException") { try cloud.make("ECS::Service", service) }
    let balancer = try cloud.make(
      "ElasticLoadBalancingV2::LoadBalancer", ["Name": "web", "Subnets": .array(subnets.map { .string($0) })])
    try cloud.make(
      "ElasticLoadBalancingV2::Listener",
      [
        "LoadBalancerArn": .string(balancer.identifier), "Port": 80, "Protocol": "HTTP",
        "DefaultActions": [["Type": "forward", "TargetGroupArn": .string(group.identifier)]],
      ])
    let made = try cloud.make("ECS::Service", service)
    #expect(made.identifier == "arn:aws:ecs:us-east-1:123456789012:service/pilot/api|pilot")
    expectRefusal("ClusterContainsServicesException") { try cloud.delete("ECS::Cluster", cluster) }
  }
}
