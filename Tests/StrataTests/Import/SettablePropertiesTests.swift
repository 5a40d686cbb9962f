import StrataModel
import Testing

@testable import Strata

@Suite("What the declaration of an existing object says")
struct SettablePropertiesTests {
  @Test("Of two ways to say one thing, which AWS shows both, it says the usual one")
  func alternatives() throws {
    let choice = try #require(SettableProperties(type: "AWS::EC2::Subnet", schema: CatalogFacts(), inheritedTags: [:]))
    let declared = choice.properties(of: [
      "AvailabilityZone": "us-east-1a", "AvailabilityZoneId": "use1-az1", "CidrBlock": "10.0.0.0/24", "VpcId": "vpc-1",
    ])
    #expect(declared == ["AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.0.0/24", "VpcId": "vpc-1"])
  }
}
