import StrataDeployment
import StrataModel

/// Private DNS of an interface endpoint needs both DNS attributes of the VPC.
///
/// Source: EC2 API reference, CreateVpcEndpoint (`InvalidParameter`: "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames").
struct EndpointDomainNameRule: CloudRule {
  let types = ["AWS::EC2::VPCEndpoint"]
  let summary = "Private DNS of an endpoint needs EnableDnsSupport and EnableDnsHostnames of the VPC."
  let source = "EC2 CreateVpcEndpoint"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, change.properties.flag("PrivateDnsEnabled") == true,
      let vpc = change.referenced("AWS::EC2::VPC", by: "VpcId", cloud)
    else { return }
    if vpc.inputs.flag("EnableDnsSupport") == false || vpc.inputs.flag("EnableDnsHostnames") != true {
      throw CloudErrors.invalid(
        "InvalidParameter",
        "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for \(vpc.identifier)",
        "PrivateDnsEnabled")
    }
  }
}
