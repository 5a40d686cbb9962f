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
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(Self.escaped(environment))\" \(attributes(checks))>\n"
    for (stack, checks) in Dictionary(grouping: checks, by: \.address.stack).sorted(by: { $0.key < $1.key }) {
      text += "  <testsuite name=\"\(Self.escaped(stack))\" \(attributes(checks))>\n"
      for check in checks {
        text += "    <testcase classname=\"\(Self.escaped(check.address.path))\" name=\"\(check.aspect.rawValue)\""
        switch check.outcome {
        case .passed: text += "/>\n"
        case .failed:
          text += "><failure type=\"\(Self.escaped(check.type))\" message=\"\(Self.escaped(check.evidence))\"/></testcase>\n"
        case .skipped: text += "><skipped message=\"\(Self.escaped(check.evidence))\"/></testcase>\n"
        }
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  /// Text for an attribute; control characters, which XML cannot hold, are left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result += " "
      default: if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
