import StrataModel
import StrataPlanning
import Testing

@Suite("Plan files")
struct PlanFileTests {
  private static let rich: Plan = {
    let before = graph(
      node("net/main", Sample.network, ["Range": "1"]),
      node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "2"]) { $0.isProtected = true },
      node("old/key", Sample.key, ["Policy": ["Statement": [["Effect": "Allow"]]]]))
    let after = graph(
      node("net/main", Sample.network, ["Range": "9"], line: 12),
      node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "2", "$odd": [1.5, .null, true]]) {
        $0.ignoredPaths = ["Tags.a b"]
      },
      node("new/key", Sample.key, ["Policy": ["Statement": [["Effect": "Allow"]]]], renamedFrom: ["old/key"]),
      node("web/s", Sample.server, ["Password": .secret(SecretSource(.file, "/p"))]),
      outputs: [OutputDeclaration(key: "net/id", value: ref("net/main", "Id"), source: SourceLocation(fileID: "a/b.swift", line: 3))])
    return plan(deployed(before), after)
  }()

  @Test("A plan that was read is the plan that was written")
  func roundTrip() throws {
    let text = PlanFile.text(of: Self.rich)
    #expect(try PlanFile.plan(in: text.utf8, engine: "1.4.2") == Self.rich)
    #expect(PlanFile.text(of: Self.rich) == text)
  }

  @Test("Every truncated file gives an error and no crash")
  func truncated() {
    let bytes = Array(PlanFile.text(of: Self.rich).utf8)
    for length in stride(from: 0, to: bytes.count - 2, by: 7) {
      #expect(throws: PlanFileError.self) { try PlanFile.plan(in: bytes[..<length], engine: "1.0.0") }
    }
  }

  @Test("An edited file is refused, whatever was edited")
  func edited() {
    let text = PlanFile.text(of: Self.rich)
    for (old, new) in [
      ("\"net/main\"", "\"net/nine\""), ("\"operation\":\"create\"", "\"operation\":\"delete\""), ("\"serial\":", "\"serial\":1"),
    ] {
      let changed = text.replacing(old, with: new, maxReplacements: 1)
      #expect(changed != text)
      let error = #expect(throws: PlanFileError.self) { try PlanFile.plan(in: changed.utf8, engine: "1.0.0") }
      #expect(error?.code == .edited)
    }
  }

  @Test("Another format, another major version and other JSON are told apart")
  func foreign() {
    func code(_ text: String, engine: String = "1.0.0") -> PlanFileError.Code? {
      #expect(throws: PlanFileError.self) { try PlanFile.plan(in: text.utf8, engine: engine) }?.code
    }
    let text = PlanFile.text(of: Self.rich)
    #expect(code(text, engine: "2.0.0") == .otherEngine)
    #expect(code(text.replacing("\"format\":1,", with: "\"format\":7,")) == .otherFormat)
    #expect(code("{\"a\":1}") == .malformed)
    #expect(code("[]") == .malformed)
  }

  @Test("A file whose steps refer to steps that do not exist is refused even with a right checksum")
  func danglingNeeds() {
    var plan = Self.rich
    plan.steps[0].needs = [PlanStep.Need(999)]
    #expect(throws: PlanFileError.self) { try PlanFile.plan(in: PlanFile.text(of: plan).utf8, engine: "1.0.0") }
  }

  @Test("The digest ignores source positions, and changes with everything else")
  func digest() {
    var moved = Self.rich
    moved.steps[0].source.line += 10
    moved.steps[0].desired?.source.line += 10
    #expect(moved.digest == Self.rich.digest)
    moved.steps[0].desired?.properties["Range"] = "8"
    #expect(moved.digest != Self.rich.digest)
  }

  @Test("The report for programs counts, and masks what is sensitive")
  func report() {
    let report = JSONWriter.text(of: Self.rich.report)
    #expect(Self.rich.report["counts"]?["replaced"] == 2)
    #expect(Self.rich.report["moves"]?.arrayValue?.count == 1)
    let before = graph(node("web/s", Sample.server, ["Password": "hunter2"]))
    let after = graph(node("web/s", Sample.server, ["Password": "hunter3"]))
    let masked = JSONWriter.text(of: plan(deployed(before), after).report)
    #expect(masked.contains("(sensitive)"))
    #expect(!masked.contains("hunter"))
    #expect(report.contains("\"hasChanges\":true"))
  }

  // MARK: Binding

  @Test("A plan fits the state that it was made from, and says what moved in another")
  func binding() {
    let before = graph(node("net/main", Sample.network, ["Range": "1"]))
    let state = deployed(before)
    let plan = plan(state, graph(node("net/main", Sample.network, ["Range": "2"])))
    #expect(plan.check(against: state) == [])

    let newer = deployed(graph(node("net/main", Sample.network, ["Range": "1", "Note": "x"]), node("a/b", Sample.key)), over: state)
    let stale = plan.check(against: newer)
    #expect(stale.map(\.code) == ["stale-plan"])
    #expect(stale.first?.message.contains("net/main was changed") == true)
    #expect(stale.first?.message.contains("a/b was added") == true)

    var foreign = state
    foreign.lineage = "other"
    #expect(plan.check(against: foreign).map(\.code) == ["plan-of-other-state"])
    foreign.environment = "production"
    #expect(plan.check(against: foreign).map(\.code) == ["plan-of-other-environment"])
    #expect(plan.check(against: state, accounts: [home: "999999999999"]).map(\.code) == ["other-account"])
    #expect(plan.check(against: state, accounts: [home: home.account]) == [])
  }
}
