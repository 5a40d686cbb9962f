import StrataModel
import Testing

@testable import Strata

@Suite("Differences of property values")
struct DifferenceRendererTests {
  private let renderer = DifferenceRenderer(style: .plain)

  @Test("A changed scalar shows the old and the new value")
  func scalar() {
    let lines = renderer.lines(from: 30, to: 365, label: "RotationPeriodInDays", depth: 0)
    #expect(lines == ["- RotationPeriodInDays: 30", "+ RotationPeriodInDays: 365"])
  }

  @Test("Fields that both sides share are folded into a count")
  func objects() {
    let lines = renderer.lines(from: ["A": 1, "B": 2, "C": 3], to: ["A": 1, "B": 4, "C": 3], label: "Rule", depth: 0)
    #expect(lines == ["  Rule: {", "-   B: 2", "+   B: 4", "  " + "  … (2 unchanged)", "  }"])
  }

  @Test("An element inserted into a list shows as one line")
  func insertion() {
    let lines = renderer.lines(from: ["a", "c"], to: ["a", "b", "c"], label: "Names", depth: 0)
    #expect(lines == ["  Names: [", "    … (1 unchanged)", "+   \"b\"", "    … (1 unchanged)", "  ]"])
  }

  @Test("A value that only apply will know is shown as such")
  func unknown() {
    let change = PropertyChange(path: "VpcId", kind: .unknown, before: "vpc-1", after: .reference(Reference("network/main", "VpcId")))
    #expect(renderer.lines(of: change, depth: 0) == ["- VpcId: \"vpc-1\"", "+ VpcId: network/main.VpcId (known after apply)"])
  }

  @Test("A sensitive change shows neither value")
  func sensitive() {
    let change = PropertyChange(path: "SecretString", kind: .set, before: "old", after: "new", isSensitive: true)
    #expect(renderer.lines(of: change, depth: 0) == ["  SecretString: (sensitive value changes)"])
  }
}
