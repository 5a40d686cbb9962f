import ResourceCatalog
import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("All resource types")
struct AllTypesTests {
  /// A read-only list whose elements admit one of several forms: the cloud shows an empty element.
  private static let exceptions: Set<String> = ["AWS::GroundStation::DataflowEndpointGroupV2"]

  @Test("Every type can be created from a minimal document, read back, and deleted, and its attributes satisfy its schema")
  func everyType() throws {
    var failures: [String] = []
    var lived = 0
    var discontinued = 0
    for type in ResourceCatalog.aws.types {
      if type.violations(in: PropertyValue.object([:])).contains(where: { $0.code == .discontinuedType && $0.severity == .error }) {
        discontinued += 1
        continue
      }
      if Self.exceptions.contains(String(type.name)) { continue }
      var world = MinimalWorld()
      do {
        try world.tryLife(of: String(type.name))
        lived += 1
      } catch {
        failures.append("\(type.name): \(error)")
      }
    }
    #expect(failures == [])
    #expect(lived + discontinued + Self.exceptions.count == ResourceCatalog.aws.types.count)
    #expect(discontinued < 40)
  }

  @Test("A type that AWS no longer makes is refused, and so is one that does not exist")
  func refusedTypes() throws {
    var cloud = CloudFixture()
    expectRefusal("ValidationException") { try cloud.make("QLDB::Ledger", ["PermissionsMode": "STANDARD"]) }
    expectRefusal("TypeNotFoundException") { try cloud.make("EC2::Subnetz") }
    expectRefusal("ValidationException") { try cloud.make("EC2::VPC", ["CidrBlok": "10.0.0.0/16"]) }
    expectRefusal("ValidationException") { try cloud.make("EC2::VPC", ["CidrBlock": "10.0.0.0/16", "VpcId": "vpc-1"]) }
    expectRefusal("ValidationException") { try cloud.make("EC2::VPC", ["CidrBlock": "10.0.0.0/16", "EnableDnsSupport": "yes"]) }
  }
}
