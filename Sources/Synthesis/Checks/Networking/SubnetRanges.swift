import ResourceCatalog
import StrataLanguage
import StrataModel

/// Subnets lie in their VPC and do not overlap.
struct SubnetRanges: GraphCheck {
  let types = ["AWS::EC2::Subnet"]
  let source = "EC2 API reference, CreateSubnet: InvalidSubnet.Range, InvalidSubnet.Conflict"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var ranges: [Int: [String]] = [:]
    // A VPC with a range that is not known yet may contain anything.
    var isOpen: Set<Int> = []
    for index in program.indices(of: "AWS::EC2::VPC") { note(program.resources[index].properties, of: index, &ranges, &isOpen) }
    for index in program.indices(of: "AWS::EC2::VPCCidrBlock") {
      let properties = program.resources[index].properties
      if let vpc = program.target(of: properties["VpcId"]) { note(properties, of: vpc, &ranges, &isOpen) }
    }
    var subnets: [Int: [(index: Int, range: String)]] = [:]
    for index in program.indices(of: "AWS::EC2::Subnet") {
      let properties = program.resources[index].properties
      guard let vpc = program.target(of: properties["VpcId"], type: "AWS::EC2::VPC"), let range = properties["CidrBlock"]?.stringValue
      else {
        continue
      }
      subnets[vpc, default: []].append((index, range))
      if !isOpen.contains(vpc), let outer = ranges[vpc], let violation = NetworkRules.containment(of: range, in: outer) {
        report.error(
          "subnet-outside-vpc", violation.message, remedy: "choose a range within \(outer[0])", at: program.resources[index],
          path: "CidrBlock", notes: [Diagnostic.Note("the VPC is declared here", at: program.resources[vpc].source)])
      }
    }
    for members in subnets.values {
      for pair in NetworkRules.overlaps(among: members.map(\.range)) {
        let (earlier, later) = (members[pair.earlier], members[pair.later])
        report.error(
          "subnet-overlap", NetworkRules.overlapMessage(later.range, earlier.range) + " of '\(program.resources[earlier.index].address)'",
          remedy: "choose ranges that are apart", at: program.resources[later.index], path: "CidrBlock",
          notes: [Diagnostic.Note("the other subnet is declared here", at: program.resources[earlier.index].source)])
      }
    }
  }

  private func note(_ properties: PropertyObject, of vpc: Int, _ ranges: inout [Int: [String]], _ isOpen: inout Set<Int>) {
    if let range = properties["CidrBlock"]?.stringValue {
      ranges[vpc, default: []].append(range)
    } else if properties["CidrBlock"] != nil || properties["Ipv4IpamPoolId"] != nil {
      isOpen.insert(vpc)
    }
  }
}
