import ResourceCatalog
import Testing

@Suite("Reading the embedded catalogue")
struct CatalogReadingTests {
  @Test("Every type of the list is found by its name")
  func everyTypeByName() throws {
    let catalog = ResourceCatalog.aws
    #expect(catalog.types.count == 1584)
    for type in catalog.types { #expect(catalog.type(String(type.name)) == type) }
  }
}
