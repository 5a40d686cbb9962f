/// Results of tests in JUnit's XML, which continuous integrations show.
///
/// Source: the form that Jenkins, GitLab and GitHub's reporters read, `testsuites/testsuite/testcase`.
package struct JUnitDocument {
  /// Tests under one name.
  package struct Suite {
    let name: String
    let cases: [Case]

    /// Creates a suite.
    package init(_ name: String, _ cases: [Case]) {
      self.name = name
      self.cases = cases
    }
  }

  /// One test; one that neither fails nor is skipped passes.
  package struct Case {
    let className: String
    let name: String
    let failures: [Failure]
    let skipped: String?
    let output: String

    /// Creates a case; one that fails is not skipped, whatever else is said of it.
    package init(_ name: String, of className: String, failures: [Failure] = [], skipped: String? = nil, output: String = "") {
      self.className = className
      self.name = name
      self.failures = failures
      self.skipped = failures.isEmpty ? skipped : nil
      self.output = output
    }
  }

  /// What is wrong.
  package struct Failure {
    let type: String
    let message: String
    let text: String

    /// Creates a failure.
    package init(_ message: String, type: String, text: String = "") {
      self.type = type
      self.message = message
      self.text = text
    }
  }

  private let name: String
  private let suites: [Suite]

  /// Creates a document.
  package init(_ name: String, _ suites: [Suite]) {
    self.name = name
    self.suites = suites
  }

  /// The document's text.
  package var text: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"\(XMLText.escaped(name))\" \(Self.counts(suites.flatMap(\.cases)))>\n"
    for suite in suites {
      text += "  <testsuite name=\"\(XMLText.escaped(suite.name))\" \(Self.counts(suite.cases))>\n"
      for testCase in suite.cases { text += Self.text(of: testCase) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func counts(_ cases: [Case]) -> String {
    "tests=\"\(cases.count)\" failures=\"\(cases.count { !$0.failures.isEmpty })\" skipped=\"\(cases.count { $0.skipped != nil })\" errors=\"0\""
  }

  private static func text(of testCase: Case) -> String {
    var text = "    <testcase classname=\"\(XMLText.escaped(testCase.className))\" name=\"\(XMLText.escaped(testCase.name))\""
    guard !testCase.failures.isEmpty || testCase.skipped != nil || !testCase.output.isEmpty else { return text + "/>\n" }
    text += ">\n"
    if let first = testCase.failures.first {
      // Readers show one failure of a test.
      let message = testCase.failures.count == 1 ? first.message : "\(testCase.failures.count) findings"
      let lines = testCase.failures.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
      text += "      <failure type=\"\(XMLText.escaped(first.type))\" message=\"\(XMLText.escaped(message))\""
      text += lines.isEmpty ? "/>\n" : ">\(XMLText.escaped(lines))</failure>\n"
    } else if let skipped = testCase.skipped {
      text += "      <skipped message=\"\(XMLText.escaped(skipped))\"/>\n"
    }
    if !testCase.output.isEmpty { text += "      <system-out>\(XMLText.escaped(testCase.output))</system-out>\n" }
    return text + "    </testcase>\n"
  }
}
