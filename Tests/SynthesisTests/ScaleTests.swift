import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("Programs of many resources")
struct ScaleTests {
  @Test("A thousand tenants of six resources each are one graph without a finding")
  func thousandTenants() {
    let declarations = Tenants.declarations(1_000)
    let clock = ContinuousClock()
    var result = SynthesisResult(graph: nil, diagnostics: [])
    let time = clock.measure { result = synthesize(declarations) }
    print("synthesis of \(declarations.resources.count) resources: \(time)")
    let time2 = clock.measure { result = synthesize(declarations) }
    print("again: \(time2)")
    #expect(result.diagnostics == [])
    #expect(result.graph?.resources.count == 6_000)
  }
}
