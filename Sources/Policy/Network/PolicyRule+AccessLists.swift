import StrataModel

extension PolicyRule {
  static let accessLists = PolicyRule(
    "R23", "nacl-attached", title: "Every subnet has an access list of its own",
    why: "the list that a network begins with lets everything in and out",
    remedy: "associate an EC2.NetworkAcl with the subnet, as SubnetTier does",
    controls: [.pciDSS("1.3"), .awsFoundations("5.1")]
  ) { context, assessment in
    for subnet in context.all("AWS::EC2::Subnet") {
      let associations = context.consumers(of: subnet, type: "AWS::EC2::SubnetNetworkAclAssociation", by: "SubnetId")
      assessment.require(!associations.isEmpty, of: subnet, "the subnet has the network's first access list, which lets everything in")
      guard context.tier(of: subnet) == .restricted else { continue }
      for list in associations.compactMap({ context.target(of: $0.properties["NetworkAclId"]) }) {
        for entry in context.consumers(of: list, type: "AWS::EC2::NetworkAclEntry", by: "NetworkAclId") where letsAllIn(entry) {
          assessment.report(
            entry, at: "CidrBlock", "the access list of the restricted subnet '\(subnet.address)' lets everything in",
            remedy: "let in the ports of the data stores from the private subnets only")
        }
      }
    }
  }

  private static func letsAllIn(_ entry: ResourceNode) -> Bool {
    entry.properties["Egress"]?.isTrue != true && entry.properties["RuleAction"] == "allow"
      && entry.properties["Protocol"]?.wholeNumber == -1
      && (entry.properties["CidrBlock"] == "0.0.0.0/0" || entry.properties["Ipv6CidrBlock"] == "::/0")
  }
}
