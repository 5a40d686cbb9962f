import ResourceCatalog
import StrataModel
import Testing

@testable import StrataSynthesis

@Suite("The list of checks")
struct CheckCatalogTests {
  @Test("Every check names where AWS states its rule")
  func sources() {
    for check in GraphChecks.all { #expect(check.source.count > 20, "\(type(of: check))") }
  }

  @Test("Every check is for types that exist")
  func types() {
    for check in GraphChecks.all {
      #expect(!check.types.isEmpty, "\(type(of: check))")
      for name in check.types where name != "*" { #expect(ResourceCatalog.aws.type(name) != nil, "\(type(of: check)) \(name)") }
    }
  }

  @Test("The check of singletons runs for every type that the catalogue calls one")
  func singletons() {
    let known = Set(SingletonTypes().types)
    let missing = ResourceBehavior.tabulatedTypes.filter { ResourceBehavior.of($0).isSingleton && !known.contains($0) }
    #expect(missing == [])
  }

  @Test("A program without a check's types does not run it")
  func selection() {
    var program = Program()
    program.add("a/topic", "SNS::Topic", ["TopicName": "t"])
    var report = DiagnosticReport()
    let index = ProgramIndex(program.declarations, &report)
    let names = GraphChecks.checks(for: index).map { "\(type(of: $0))" }
    #expect(names.contains("NameCollisions"))
    #expect(!names.contains("Distributions"))
  }
}
