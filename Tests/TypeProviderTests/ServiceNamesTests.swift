import ResourceCatalog
import Testing
import TypeProvider

@Suite("Services and their short names")
struct ServiceNamesTests {
  @Test("Every shipped service exists in the catalogue and has resource types", arguments: ServiceNames.shipped)
  func shipped(service: String) {
    #expect(!ResourceCatalog.aws.types(ofService: "AWS::\(service)").isEmpty)
  }

  @Test("Short names stand for shipped services and hide none")
  func aliases() {
    for (alias, service) in ServiceNames.aliases {
      #expect(ServiceNames.isShipped(service), "\(alias)")
      #expect(!ServiceNames.isShipped(alias), "\(alias)")
      #expect(ServiceNames.service(named: alias) == service)
    }
    #expect(ServiceNames.typeName(service: "ELB", resource: "Listener") == "AWS::ElasticLoadBalancingV2::Listener")
    #expect(ServiceNames.typeName(service: "KMS", resource: "Key") == "AWS::KMS::Key")
  }
}
