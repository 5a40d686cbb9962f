import Testing

@Suite("Address ranges that do not fit")
struct NetworkMistakeTests {
  @Test("A mistake gives exactly its message, with notes and fix-its", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(Expanded(mistake.source).report == mistake.report)
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      "A text that is no range",
      #"""
      lazy var vpc = EC2.VPC("v", cidrBlock: "10.0.300.0/16")
      """#,
      [
        "2:42: error: CidrBlock must be an IPv4 range such as 10.0.0.0/16, not '10.0.300.0/16'"
      ]),
    Mistake(
      "Host bits",
      #"""
      lazy var vpc = EC2.VPC("v", cidrBlock: "10.0.1.0/16")
      """#,
      [
        "2:42: error: '10.0.1.0/16' has host bits set; the range is 10.0.0.0/16",
        "  fix-it: replace with '10.0.0.0/16'",
      ]),
    Mistake(
      "A prefix beyond the limits",
      #"""
      lazy var vpc = EC2.VPC("v", cidrBlock: "10.0.0.0/8")
      """#,
      [
        "2:42: error: CidrBlock must have a prefix in 16...28, not /8",
        "  fix-it: replace with '10.0.0.0/16'",
      ]),
    Mistake(
      "Host bits in a constant",
      #"""
      let range: CIDR = "10.0.1.0/16"
      lazy var vpc = EC2.VPC("v", cidrBlock: range)
      """#,
      [
        "2:21: error: '10.0.1.0/16' has host bits set; the range is 10.0.0.0/16",
        "  note at 3:42: used here",
        "  fix-it: replace with '10.0.0.0/16'",
      ]),
    Mistake(
      "A subnet outside of its VPC",
      #"""
      lazy var vpc = EC2.VPC("v", cidrBlock: "10.0.0.0/16")
      lazy var subnet = EC2.Subnet("s", vpcId: vpc, cidrBlock: "10.1.0.0/24")
      """#,
      [
        "3:60: error: subnet 10.1.0.0/24 lies outside of its VPC 10.0.0.0/16",
        "  note at 2:42: the range of the VPC",
      ]),
    Mistake(
      "Two subnets that overlap",
      #"""
      lazy var vpc = EC2.VPC("v", cidrBlock: "10.0.0.0/16")
      var body: some Infrastructure {
        EC2.Subnet("a", vpcId: vpc, cidrBlock: "10.0.0.0/20")
        EC2.Subnet("b", vpcId: vpc, cidrBlock: "10.0.8.0/24")
      }
      """#,
      [
        "5:44: error: subnet 10.0.8.0/24 overlaps 10.0.0.0/20",
        "  note at 4:44: the other subnet",
      ]),
    Mistake(
      "Blocks of a constant range that overlap",
      #"""
      let range: CIDR = "10.0.0.0/16"
      lazy var vpc = EC2.VPC("v", cidrBlock: range)
      var body: some Infrastructure {
        EC2.Subnet("a", vpcId: vpc, cidrBlock: range.block(1, prefix: 20))
        EC2.Subnet("b", vpcId: vpc, cidrBlock: range.block(16, prefix: 24))
      }
      """#,
      [
        "6:44: error: subnet 10.0.16.0/24 overlaps 10.0.16.0/20",
        "  note at 5:44: the other subnet",
      ]),
    Mistake(
      "One range for every iteration",
      #"""
      let zones: [String]
      lazy var vpc = EC2.VPC("v", cidrBlock: "10.0.0.0/16")
      var body: some Infrastructure {
        for zone in zones { EC2.Subnet("s-\(zone)", vpcId: vpc, cidrBlock: "10.0.0.0/24") }
      }
      """#,
      [
        "5:72: error: every iteration of this loop makes a subnet 10.0.0.0/24; take one block for each, as in range.block(i, prefix: 24)",
        "  note at 5:5: the loop",
      ]),
    Mistake(
      "A block that does not exist",
      #"""
      let range: CIDR = "10.0.0.0/16"
      func last() -> CIDR { range.block(256, prefix: 24) }
      """#,
      [
        "3:37: error: 10.0.0.0/16 has no /24 block number 256: there are 256, counted from 0"
      ]),
    Mistake(
      "A block larger than its range",
      #"""
      let range: CIDR = "10.0.0.0/16"
      func outer(_ n: Int) -> CIDR { range.block(n, prefix: 8) }
      """#,
      [
        "3:57: error: 10.0.0.0/16 holds no /8: the prefix must be in 16...32"
      ]),
  ]
}
