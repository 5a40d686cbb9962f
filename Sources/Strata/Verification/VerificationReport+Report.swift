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

  /// The report in JUnit's XML, which continuous integration shows as tests: a suite for each stack, a test for each check.
  ///
  /// Source: the form that Jenkins, GitLab and GitHub's reporters read, `testsuites/testsuite/testcase`.
  var junit: String {
    func attributes(_ checks: [Check]) -> String {
      "tests=\"\(checks.count)\" failures=\"\(checks.count { $0.outcome == .failed })\" "
        + "errors=\"0\" skipped=\"\(checks.count { $0.outcome == .skipped })\""
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(XMLText.escaped(environment))\" \(attributes(checks))>\n"
    for (stack, checks) in Dictionary(grouping: checks, by: \.address.stack).sorted(by: { $0.key < $1.key }) {
      text += "  <testsuite name=\"\(XMLText.escaped(stack))\" \(attributes(checks))>\n"
      for check in checks {
        text += "    <testcase classname=\"\(XMLText.escaped(check.address.path))\" name=\"\(check.aspect.rawValue)\""
        switch check.outcome {
        case .passed: text += "/>\n"
        case .failed:
          text += "><failure type=\"\(XMLText.escaped(check.type))\" message=\"\(XMLText.escaped(check.evidence))\"/></testcase>\n"
        case .skipped: text += "><skipped message=\"\(XMLText.escaped(check.evidence))\"/></testcase>\n"
        }
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }
}
