import StrataModel

extension VerificationReport {
  /// The report for programs.
  func json(sources: SourceFiles) -> PropertyValue {
    [
      "checks": .array(
        checks.map { check in
          [
            "address": .string(check.address.path), "aspect": .string(check.aspect.rawValue), "evidence": .string(check.evidence),
            "outcome": .string(check.outcome.rawValue), "source": .string(sources.display(check.source)), "type": .string(check.type),
          ]
        }),
      "counts": .object(PropertyObject(Outcome.allCases.map { ($0.rawValue, .integer(count($0))) })),
      "environment": .string(environment), "proven": .bool(isProven),
    ]
  }

  /// The report in JUnit's XML: a suite for each stack, a test for each check.
  var junit: String {
    let stacks = Dictionary(grouping: checks, by: \.address.stack).sorted { $0.key < $1.key }
    return JUnitDocument(environment, stacks.map { JUnitDocument.Suite($0.key, $0.value.map(testCase)) }).text
  }

  private func testCase(_ check: Check) -> JUnitDocument.Case {
    JUnitDocument.Case(
      check.aspect.rawValue, of: check.address.path,
      failures: check.outcome == .failed ? [JUnitDocument.Failure(check.evidence, type: check.type)] : [],
      skipped: check.outcome == .skipped ? check.evidence : nil)
  }
}
