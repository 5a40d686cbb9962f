import ResourceCatalog
import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("All resource types")
struct AllTypesTests {
  static let placement = Placement(account: "123456789012", region: "us-east-1")

  @Test("Every type can be created from a minimal document, read back, and deleted, and its attributes satisfy its schema")
  func everyType() throws {
    var failures: [String] = []
    var built = 0
    for type in ResourceCatalog.aws.types {
      let name = String(type.name)
      var world = MinimalWorld()
      do {
        try world.tryLife(of: name)
        built += 1
      } catch {
        failures.append("\(name): \(error)")
      }
    }
    print("ALLTYPES built \(built), failed \(failures.count)")
    for failure in failures.prefix(400) { print("ALLTYPES \(failure)") }
    #expect(failures.isEmpty)
  }
}
