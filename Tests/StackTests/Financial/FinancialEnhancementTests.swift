import Strata
import StrataModel
import StrataTesting
import Testing

@testable import FinancialStacks

@Suite("Financial: future enhancements")
struct FinancialEnhancementTests {
  @Test("Without enhancements there is none of their resources")
  func core() throws {
    let counts = try FinancialGraphs.core.countsByType
    for type in [
      "EC2::TransitGateway", "EC2::VPCEndpointService", "WAFv2::WebACL", "Shield::Protection", "ControlTower::LandingZone", "FMS::Policy",
      "NetworkFirewall::Firewall", "SSO::PermissionSet",
    ] { #expect(counts["AWS::\(type)"] == nil, "\(type)") }
  }

  @Test("Transit gateway: workloads reach the premises over their own attachments, and never each other")
  func transitGateway() throws {
    let graph = try FinancialGraphs.future
    let gateway = try graph.resource("transit/gateway")
    #expect(gateway["DefaultRouteTableAssociation"] == "disable" && gateway["DefaultRouteTablePropagation"] == "disable")
    #expect(try graph.resource("transit/share")["AllowExternalPrincipals"] == false)
    let attachments = graph.all(EC2.TransitGatewayVpcAttachment.self)
    #expect(attachments.count == 3)
    for attachment in attachments {
      #expect(attachment.producer(at: "VpcId")?.placement == attachment.placement)
      #expect(attachment.dependencies.map(\.address).contains("transit/share"))
    }
    for association in graph.all(EC2.TransitGatewayRouteTableAssociation.self) {
      #expect(association.producer(at: "TransitGatewayRouteTableId")?.address == "transit/workload-routes")
    }
    for propagation in graph.all(EC2.TransitGatewayRouteTablePropagation.self) {
      #expect(propagation.producer(at: "TransitGatewayRouteTableId")?.address == "transit/premises-routes")
    }
    let isolation = try graph.resource("transit/isolation")
    #expect(isolation["Blackhole"] == true && isolation["DestinationCidrBlock"] == "10.0.0.0/8")
    let routes = graph.all(EC2.Route.self).filter { $0["TransitGatewayId"] != nil }
    #expect(routes.count == 6 && routes.allSatisfy { $0["DestinationCidrBlock"] == "172.16.0.0/12" })
    // The second deployment knows the attachment of the VPN, and leads the workloads' traffic there.
    var settings = Financial.Settings(accounts: .examples, enhancements: [.transitGateway])
    settings.onPremises.attachment = "tgw-attach-0123456789abcdef0"
    let connected = try FinancialGraphs.graph(settings)
    let association = try connected.resource("transit/association-premises")
    #expect(association.producer(at: "TransitGatewayRouteTableId")?.address == "transit/premises-routes")
    let propagation = try connected.resource("transit/propagation-premises")
    #expect(propagation.producer(at: "TransitGatewayRouteTableId")?.address == "transit/workload-routes")
    #expect(propagation["TransitGatewayAttachmentId"] == "tgw-attach-0123456789abcdef0")
  }

  @Test("PrivateLink: a network load balancer before the application's backs a service that only the workloads' accounts find")
  func privateLink() throws {
    let graph = try FinancialGraphs.future
    let service = try graph.resource("production-private-link/service")
    #expect(service["AcceptanceRequired"] == true)
    #expect(service.producer(at: "NetworkLoadBalancerArns[0]")?["Type"] == "network")
    #expect(try graph.resource("production-private-link/targets")["TargetType"] == "alb")
    #expect(try graph.resource("production-private-link/callers")["AllowedPrincipals"]?.arrayValue?.count == 3)
    #expect(graph.all(EC2.VPCEndpoint.self, inStacks: "production-private-link").allSatisfy { $0["PrivateDnsEnabled"] == true })
  }

  @Test("Every public load balancer has a firewall with a log; Shield comes only by its own word")
  func firewalls() throws {
    let graph = try FinancialGraphs.future
    let open = graph.all(ElasticLoadBalancingV2.LoadBalancer.self).filter { $0["Scheme"] == "internet-facing" }.map(\.address)
    let guarded = graph.all(WAFv2.WebACLAssociation.self).compactMap { $0.producer(at: "ResourceArn")?.address }
    #expect(Set(open) == Set(guarded) && open.count == 4)
    #expect(graph.all(WAFv2.LoggingConfiguration.self).count == 4)
    #expect(graph.all(Shield.Protection.self).isEmpty)
    let shielded = try FinancialGraphs.graph(Financial.Settings(accounts: .examples, enhancements: [.webFirewall, .shieldAdvanced]))
    #expect(shielded.all(Shield.Protection.self).count == 4)
  }

  @Test("Network firewall: everything between the public tier and the internet passes the firewall of its zone, both ways")
  func networkFirewall() throws {
    let graph = try FinancialGraphs.future
    #expect(graph.all(NetworkFirewall.Firewall.self).count == 2)
    let routes = graph.all(EC2.Route.self, inStacks: "production-inspection")
    for zone in ["1", "2"] {
      let out = try graph.resource(ResourceAddress("production-inspection/inspection/public-\(zone)"))
      #expect(out.producer(at: "VpcEndpointId")?.address.id == "firewall-\(zone)")
      let back = try graph.resource(ResourceAddress("production-inspection/inspection/back-\(zone)"))
      #expect(back.producer(at: "VpcEndpointId")?.address.id == "firewall-\(zone)")
      #expect(back.producer(at: "RouteTableId")?.address.id == "edge")
    }
    #expect(
      routes.filter { $0["GatewayId"] != nil }.allSatisfy { $0.producer(at: "RouteTableId")?.address.path.contains("/firewall/") == true })
    #expect(graph["production-network/network/internet/public-1"] == nil)
    #expect(graph.all(EC2.GatewayRouteTableAssociation.self).count == 1)
  }

  @Test("Firewall Manager works from the security account, Identity Center from the management account")
  func central() throws {
    let graph = try FinancialGraphs.future
    let accounts = Financial.Accounts.moreExamples
    #expect(graph.all(FMS.Policy.self).count == 2)
    #expect(graph.all(FMS.Policy.self).allSatisfy { $0.placement.account == accounts.security.id })
    #expect(graph.all(SSO.PermissionSet.self).count == 3)
    let assignments = graph.all(SSO.Assignment.self)
    #expect(assignments.count == 15 && assignments.allSatisfy { $0.placement.account == accounts.management.id })
    #expect(
      assignments.filter { $0.producer(at: "PrincipalId")?.address.id == "group-developers" }.compactMap { $0.text("TargetId") } == [
        accounts.development.id
      ])
  }

  @Test("Secrets rotate each 30 days, the cache's token too, and are known in the second region")
  func secrets() throws {
    let graph = try FinancialGraphs.future
    let schedules = graph.all(SecretsManager.RotationSchedule.self)
    #expect(schedules.count == 7)
    #expect(schedules.allSatisfy { $0["RotationRules.AutomaticallyAfterDays"] == 30 })
    #expect(try graph.resource("production-data/database/credentials")["ReplicaRegions[0].Region"] == "us-west-2")
  }

  @Test("Control Tower takes the place of the trail and the recorders")
  func controlTower() async throws {
    let graph = try FinancialGraphs.graph(Financial.Settings(accounts: .examples, enhancements: [.controlTower]))
    let counts = graph.countsByType
    #expect(counts["AWS::ControlTower::LandingZone"] == 1 && counts["AWS::ControlTower::EnabledControl"] == 3)
    #expect(counts["AWS::CloudTrail::Trail"] == nil && counts["AWS::Config::ConfigurationRecorder"] == nil)
    try await expectLife(of: graph)
  }

  @Test("Each enhancement deploys by itself", arguments: Financial.Enhancement.usual.sorted { $0.rawValue < $1.rawValue })
  func alone(enhancement: Financial.Enhancement) async throws {
    try await expectLife(of: try FinancialGraphs.graph(Financial.Settings(accounts: .examples, enhancements: [enhancement])))
  }

  @Test("All enhancements deploy together, with both regions active")
  func together() async throws {
    try await expectLife(of: try FinancialGraphs.future)
  }
}
