import StrataLanguage
import StrataModel

/// Private DNS of an endpoint needs DNS in the VPC; an endpoint service needs a load balancer that can back one.
struct VPCEndpoints: GraphCheck {
  let types = ["AWS::EC2::VPCEndpoint", "AWS::EC2::VPCEndpointService"]
  let source = """
    AWS PrivateLink guide, "Enable private DNS": both DNS attributes of the VPC; "Create an endpoint service": a Network or Gateway Load Balancer
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::EC2::VPCEndpoint") {
      let endpoint = program.resources[index]
      guard endpoint.properties["PrivateDnsEnabled"]?.isTrue == true,
        let vpc = program.target(of: endpoint.properties["VpcId"], type: "AWS::EC2::VPC")
      else { continue }
      let properties = program.resources[vpc].properties
      let hostnames = properties["EnableDnsHostnames"]
      let isOff = hostnames == nil || hostnames?.isFalse == true
      guard isOff || properties["EnableDnsSupport"]?.isFalse == true else { continue }
      report.error(
        "private-dns-without-vpc-dns",
        "PrivateDnsEnabled needs EnableDnsSupport and EnableDnsHostnames of '\(program.resources[vpc].address)', which has not both",
        remedy: "set both to true in the VPC", at: endpoint, path: "PrivateDnsEnabled",
        notes: [Diagnostic.Note("the VPC is declared here", at: program.resources[vpc].source)])
    }
    for index in program.indices(of: "AWS::EC2::VPCEndpointService") {
      let service = program.resources[index]
      for balancer in program.targets(in: service.properties["NetworkLoadBalancerArns"]) {
        let resource = program.resources[balancer]
        let type = resource.properties["Type"]?.stringValue ?? "application"
        guard resource.type == "AWS::ElasticLoadBalancingV2::LoadBalancer", type == "application" else { continue }
        report.error(
          "endpoint-service-of-application-balancer",
          "NetworkLoadBalancerArns names '\(resource.address)', an Application Load Balancer, which cannot back an endpoint service",
          remedy: "put a Network Load Balancer before it", at: service, path: "NetworkLoadBalancerArns",
          notes: [Diagnostic.Note("the load balancer is declared here", at: resource.source)])
      }
    }
  }
}
