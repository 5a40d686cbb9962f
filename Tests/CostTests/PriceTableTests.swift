import ResourceCatalog
import StrataModel
import Testing

@testable import StrataCost

@Suite("The table of prices")
struct PriceTableTests {
  @Test("Every price is positive, dated, and names its page")
  func entries() {
    for price in PriceTable.aws.prices {
      #expect(price.amount > .zero && price.count > 0, "\(price.id)")
      #expect(price.source.hasPrefix("https://aws.amazon.com/") && price.source.contains("/pricing/"), "\(price.id)")
      #expect(price.effective.wholeMatch(of: /20\d\d-\d\d(-\d\d)?/) != nil, "\(price.id)")
      #expect(!price.unit.isEmpty, "\(price.id)")
    }
    #expect(PriceTable.aws.date.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil)
  }

  @Test("No price is there twice for one region")
  func unique() {
    var seen = Set<String>()
    for price in PriceTable.aws.prices {
      for region in price.regions.isEmpty ? ["*"] : price.regions {
        #expect(seen.insert("\(price.id) \(region)").inserted, "\(price.id) in \(region)")
      }
    }
  }

  @Test("A price holds in its regions and nowhere else")
  func regions() {
    #expect(PriceTable.aws.price("kms.key", in: "us-east-1")?.amount == 1)
    #expect(PriceTable.aws.price("kms.key", in: "sa-east-1") == nil)
    #expect(PriceTable.aws.price("route53.zone", in: "sa-east-1") != nil)
  }

  @Test("What costs money and what is free are types that AWS has, and no type is both")
  func types() {
    for type in ServiceCosts.byType.keys {
      #expect(!FreeTypes.contains(type), "\(type)")
      #expect(ResourceCatalog.aws.type(type) != nil, "\(type)")
    }
    for type in FreeTypes.types { #expect(ResourceCatalog.aws.type(type) != nil, "\(type)") }
    let services = Set(ResourceCatalog.aws.serviceNames.map { $0 + "::" })
    for service in FreeTypes.wholeServices { #expect(services.contains(service), "\(service)") }
  }
}
