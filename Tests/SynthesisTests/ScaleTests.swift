import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("Programs of many resources")
struct ScaleTests {
  @Test("A thousand tenants of six resources each are one graph without a finding")
  func thousandTenants() {
    let result = synthesize(Tenants.declarations(1_000))
    #expect(result.diagnostics == [])
    #expect(result.graph?.resources.count == 6_000)
  }

  @Test("A mistake in each of a thousand tenants is reported a thousand times, by line")
  func thousandMistakes() {
    var declarations = Tenants.declarations(1_000)
    for index in declarations.resources.indices where declarations.resources[index].type == "AWS::Logs::LogGroup" {
      declarations.resources[index].properties["RetentionInDays"] = 2_555
    }
    let diagnostics = synthesize(declarations).diagnostics
    #expect(diagnostics.count == 1_000)
    let lines = diagnostics.compactMap { $0.location?.line }
    #expect(lines == lines.sorted())
  }
}
