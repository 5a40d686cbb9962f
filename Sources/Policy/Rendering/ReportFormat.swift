/// The forms that a check's report can be written in.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs; ``JSONReport`` has the fields.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// JUnit's XML, for the tests of a continuous integration.
  case junit
  /// For audits and pull requests.
  case markdown

  /// The report in this form.
  public func text(of report: CheckReport) -> String {
    switch self {
    case .text: TextReport.text(of: report)
    case .json: JSONReport.text(of: report)
    case .sarif: SARIFReport.text(of: report)
    case .junit: JUnitReport.text(of: report)
    case .markdown: MarkdownReport.text(of: report)
    }
  }
}
