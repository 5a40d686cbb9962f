import StrataDeployment
import StrataModel

/// A subnet lies within its VPC, overlaps no other, and has a size; a VPC holds 200.
///
/// Source: EC2 API reference, CreateSubnet (`InvalidSubnet.Range`, `InvalidSubnet.Conflict`) and CreateVpc (`InvalidVpc.Range`, /16 to /28);
/// VPC quotas (200 subnets per VPC).
struct SubnetRangeRule: CloudRule {
  let types = ["AWS::EC2::Subnet", "AWS::EC2::VPC"]
  let summary = "A subnet lies within its VPC and overlaps no other; sizes go from /16 to /28."
  let source = "EC2 CreateSubnet, CreateVpc; VPC quotas"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create, let text = change.properties.text("CidrBlock") else { return }
    let isVPC = change.type == "AWS::EC2::VPC"
    guard let range = AddressRange(text), (16...28).contains(range.prefix) else {
      throw CloudErrors.invalid(isVPC ? "InvalidVpc.Range" : "InvalidSubnet.Range", "The CIDR '\(text)' is invalid.", "CidrBlock")
    }
    guard !isVPC, let vpc = change.referenced("AWS::EC2::VPC", by: "VpcId", cloud) else { return }
    var ranges = [vpc.inputs.text("CidrBlock")].compactMap { $0.flatMap(AddressRange.init) }
    for block in cloud.users(of: vpc.number, types: ["AWS::EC2::VPCCidrBlock"]) {
      if let more = block.inputs.text("CidrBlock").flatMap(AddressRange.init) { ranges.append(more) }
    }
    if !ranges.isEmpty, !ranges.contains(where: { $0.contains(range) }) {
      throw CloudErrors.invalid("InvalidSubnet.Range", "The CIDR '\(text)' is invalid: it lies outside of \(vpc.identifier)", "CidrBlock")
    }
    let others = cloud.users(of: vpc.number, types: ["AWS::EC2::Subnet"])
    if others.count >= 200 { throw CloudErrors.limit("SubnetLimitExceeded", "The VPC \(vpc.identifier) has 200 subnets already") }
    for other in others where other.phase == .present {
      guard let taken = other.inputs.text("CidrBlock").flatMap(AddressRange.init), taken.overlaps(range) else { continue }
      throw ProviderError(
        .alreadyExists, "The CIDR '\(text)' conflicts with another subnet: \(other.identifier)", serviceCode: "InvalidSubnet.Conflict",
        path: "CidrBlock", identifier: other.identifier)
    }
  }
}
