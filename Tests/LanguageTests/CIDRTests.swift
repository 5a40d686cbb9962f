import StrataAWS
import StrataLanguage
import StrataModel
import Testing

@Suite("Address blocks")
struct CIDRTests {
  @Test("Blocks are cut out of blocks")
  func blocks() {
    let range: CIDR = "10.0.0.0/16"
    #expect(range.block(11, prefix: 24).description == "10.0.11.0/24")
    #expect(range.block(0, prefix: 16) == range)
    #expect(range.block(65535, prefix: 32).description == "10.0.255.255/32")
    let wide: CIDR = "2001:db8::/32"
    #expect(wide.block(1, prefix: 48).description == "2001:db8:1::/48")
    #expect(CIDR.anywhere.description == "0.0.0.0/0" && CIDR.anywhereIPv6.description == "::/0")
  }

  @Test(
    "Text that is no block is refused",
    arguments: [
      "", "10.0.0.0", "10.0.0/16", "10.0.0.0/33", "10.0.0.256/32", "10.0.0.1/16", "a/8", "10.0.0.0/", "1::2::3/64", "2001:db8::1/32",
      "10.00.0.0/16",
    ])
  func invalid(text: String) {
    #expect(CIDR(parsing: text) == nil)
  }

  @Test(
    "IPv6 text becomes canonical", arguments: [("2001:0DB8:0:0:0:0:0:0/32", "2001:db8::/32"), ("::/0", "::/0"), ("fe80::/10", "fe80::/10")])
  func ipv6(text: String, canonical: String) {
    #expect(CIDR(parsing: text)?.description == canonical)
  }

  @Test("Containment and overlap")
  func containment() throws {
    let range: CIDR = "10.0.0.0/16"
    #expect(range.contains("10.0.11.0/24") && !range.contains("10.1.0.0/24") && !range.contains("10.0.0.0/8"))
    #expect(range.overlaps("10.0.0.0/8") && !range.overlaps("10.1.0.0/16") && !range.overlaps("::/0"))
    #expect(CIDR.anywhere.contains(range))
  }

  @Test("An invalid block is an error where it is used, with the reason")
  func reported() {
    let set = declaring {
      let range: CIDR = "10.0.0.0/16"
      EC2.VPC("malformed", cidrBlock: CIDR(stringLiteral: "10.0.0.0/40"))
      EC2.VPC("outside", cidrBlock: range.block(256, prefix: 24))
      EC2.VPC("fine", cidrBlock: range)
      EC2.SecurityGroupIngress("any", ipProtocol: "tcp", cidrIp: .anywhere)
    }
    #expect(set.codes == ["invalid-value", "invalid-value"])
    #expect(set.diagnostics.last?.message.contains("10.0.0.0/16 has no /24 block number 256") == true)
    #expect(set.json("app/fine", "CidrBlock") == #""10.0.0.0/16""#)
    #expect(set.json("app/any", "CidrIp") == #""0.0.0.0/0""#)
  }
}
