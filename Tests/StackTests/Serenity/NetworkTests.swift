import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: network")
struct NetworkTests {
  @Test("The network is 10.0.0.0/16 with DNS, and two subnets for each tier, none with public addresses")
  func subnets() throws {
    let graph = try SerenityGraphs.pilot
    let vpc = try graph.resource("network/vpc")
    #expect(vpc["CidrBlock"] == "10.0.0.0/16")
    #expect(vpc["EnableDnsHostnames"] == true)
    #expect(vpc["EnableDnsSupport"] == true)
    let subnets = graph.all(EC2.Subnet.self)
    #expect(
      Set(subnets.compactMap { $0.text("CidrBlock") }) == [
        "10.0.1.0/24", "10.0.2.0/24", "10.0.11.0/24", "10.0.12.0/24", "10.0.21.0/24", "10.0.22.0/24",
      ])
    #expect(Set(subnets.compactMap { $0.text("AvailabilityZone") }) == ["us-east-1a", "us-east-1b"])
    for subnet in subnets { #expect(subnet["MapPublicIpOnLaunch"] == false, "\(subnet.address)") }
  }

  @Test("Only the public tier leads to the internet gateway, each private subnet to the NAT gateway of its zone, the database tier nowhere")
  func routes() throws {
    let graph = try SerenityGraphs.pilot
    let routes = graph.all(EC2.Route.self)
    let open = routes.filter { $0["DestinationCidrBlock"] == "0.0.0.0/0" }
    #expect(open.count == 3)
    let targets = open.map { ($0.producer(at: "RouteTableId")?.address, $0.producer(at: "NatGatewayId")?.address) }
    #expect(targets.contains { $0 == ("network/private/routes-1", "network/internet/nat-1") })
    #expect(targets.contains { $0 == ("network/private/routes-2", "network/internet/nat-2") })
    #expect(targets.contains { $0 == ("network/public/routes-1", nil) })
    let gateway = open.filter { $0.refers(to: EC2.InternetGateway.self, at: "GatewayId") }
    #expect(gateway.map(\.address) == ["network/internet/public-1"])
    for (index, nat) in graph.all(EC2.NatGateway.self).enumerated() {
      #expect(nat.producer(at: "SubnetId")?.address == ResourceAddress("network/public/subnet-\(index + 1)"))
    }
  }

  @Test("Each subnet has an access list of its tier, and no line lets everything in")
  func accessLists() throws {
    let graph = try SerenityGraphs.pilot
    #expect(graph.all(EC2.SubnetNetworkAclAssociation.self).count == 6)
    let entries = graph.all(EC2.NetworkAclEntry.self)
    #expect(entries.count == 17)
    for entry in entries {
      #expect(entry["Protocol"] == 6, "\(entry.address)")
      #expect(entry["RuleAction"] == "allow", "\(entry.address)")
      #expect(entry["PortRange"] != nil, "\(entry.address)")
    }
    let database = entries.filter { $0.address.path.hasPrefix("network/database/in-") }
    #expect(database.compactMap { $0.text("CidrBlock") } == ["10.0.11.0/24", "10.0.12.0/24"])
    #expect(database.allSatisfy { $0["PortRange.From"] == 443 && $0["PortRange.To"] == 443 })
  }

  @Test("The load balancer is open on 80 and 443, the tasks on 3001 from the load balancer only, endpoints on 443 from private subnets")
  func securityGroups() throws {
    let graph = try SerenityGraphs.pilot
    let balancer = try graph.resource("security/alb")
    #expect(balancer["SecurityGroupIngress"]?.arrayValue?.compactMap { $0["FromPort"]?.integerValue } == [80, 443])
    #expect(balancer["SecurityGroupIngress"]?.arrayValue?.allSatisfy { $0["CidrIp"] == "0.0.0.0/0" } == true)
    #expect(try graph.resource("security/ecs")["SecurityGroupIngress"] == nil)
    let ingress = graph.all(EC2.SecurityGroupIngress.self)
    #expect(ingress.count == 1)
    let rule = try #require(ingress.first)
    #expect(rule["FromPort"] == 3001 && rule["ToPort"] == 3001)
    #expect(rule.producer(at: "SourceSecurityGroupId")?.address == "security/alb")
    #expect(rule.producer(at: "GroupId")?.address == "security/ecs")
    let endpoints = try graph.resource("network/endpoints")
    let sources = endpoints["SecurityGroupIngress"]?.arrayValue?.map { "\($0["CidrIp"]?.stringValue ?? "") \($0["FromPort"] ?? .null)" }
    #expect(sources == ["10.0.11.0/24 integer(443)", "10.0.12.0/24 integer(443)"])
  }

  @Test("Of all groups, only the load balancer's lets the internet in, and none lets everything out")
  func nothingElseIsOpen() throws {
    for group in try SerenityGraphs.pilot.all(EC2.SecurityGroup.self) {
      let ingress = group["SecurityGroupIngress"]?.arrayValue ?? []
      if group.address != "security/alb" { #expect(ingress.allSatisfy { $0["CidrIp"] != "0.0.0.0/0" }, "\(group.address)") }
      let egress = try #require(group["SecurityGroupEgress"]?.arrayValue, "\(group.address) has AWS's default rule")
      #expect(!egress.isEmpty)
      #expect(egress.allSatisfy { $0["IpProtocol"] != "-1" }, "\(group.address)")
    }
  }

  @Test("Eight endpoints: DynamoDB and S3 in the route tables, DynamoDB for the database tier, five services for the private tier")
  func endpoints() throws {
    let endpoints = try SerenityGraphs.pilot.all(EC2.VPCEndpoint.self)
    let services = endpoints.compactMap { endpoint in
      endpoint.text("ServiceName").map { "\($0.dropFirst("com.amazonaws.us-east-1.".count)) \(endpoint.text("VpcEndpointType") ?? "")" }
    }
    #expect(
      Set(services) == [
        "dynamodb Gateway", "s3 Gateway", "dynamodb Interface", "ecr.api Interface", "ecr.dkr Interface", "kms Interface", "logs Interface",
        "secretsmanager Interface",
      ])
    let database = try #require(endpoints.first { $0.address == "network/dynamodb-interface" })
    #expect(database.producer(at: "SubnetIds[0]")?.address == "network/database/subnet-1")
    for gateway in endpoints where gateway["VpcEndpointType"] == "Gateway" {
      #expect(gateway["RouteTableIds"]?.arrayValue?.count == 3, "\(gateway.address)")
    }
  }

  @Test("All traffic is logged, in the stack that has the key")
  func flowLog() throws {
    let log = try SerenityGraphs.pilot.resource("security/vpc")
    #expect(log["TrafficType"] == "ALL")
    #expect(log.producer(at: "LogGroupName")?.address == "security/flow-logs/group")
    #expect(log.refers(to: IAM.Role.self, at: "DeliverLogsPermissionArn"))
  }
}
