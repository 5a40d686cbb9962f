import StrataLanguage
import StrataModel

/// A dashboard's body is JSON in a text, which nothing else looks into.
struct DashboardBodies: GraphCheck {
  let types = ["AWS::CloudWatch::Dashboard"]
  let source = "CloudWatch API reference, \"Dashboard body structure and syntax\": an object with up to 500 widgets"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::CloudWatch::Dashboard") {
      let dashboard = program.resources[index]
      guard let body = body(of: dashboard, &report) else { continue }
      guard let object = body.objectValue else {
        report.error(
          "invalid-dashboard", "DashboardBody must be a JSON object, not another value", remedy: "begin with {\"widgets\": [",
          at: dashboard,
          path: "DashboardBody")
        continue
      }
      guard let widgets = object["widgets"] else {
        report.error(
          "invalid-dashboard", "DashboardBody has no widgets", remedy: "begin with {\"widgets\": [", at: dashboard, path: "DashboardBody")
        continue
      }
      if let count = widgets.arrayValue?.count, count > 500 {
        report.error(
          "invalid-dashboard", "DashboardBody has \(count) widgets; a dashboard takes 500", remedy: "split it into several dashboards",
          at: dashboard, path: "DashboardBody")
      }
    }
  }

  /// The body as a value, or `nil` if it is not known yet or no JSON, which is reported.
  private func body(of dashboard: DeclaredResource, _ report: inout DiagnosticReport) -> PropertyValue? {
    switch dashboard.properties["DashboardBody"] {
    case .string(let text)?:
      do {
        return try JSONReader.plainValue(of: text.utf8)
      } catch {
        report.error(
          "invalid-dashboard", "DashboardBody is no JSON: \(error)", remedy: "write it as a document rather than as text", at: dashboard,
          path: "DashboardBody")
        return nil
      }
    case .expression(let expression)? where expression.function == .json: return expression.arguments.first
    default: return nil
    }
  }
}
