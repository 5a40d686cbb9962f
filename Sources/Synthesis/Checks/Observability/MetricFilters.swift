import StrataLanguage
import StrataModel

/// What a metric filter cannot have together.
struct MetricFilters: GraphCheck {
  let types = ["AWS::Logs::MetricFilter"]
  let source = "CloudWatch Logs API reference, MetricTransformation: a default value cannot be combined with dimensions"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::Logs::MetricFilter") {
      let filter = program.resources[index]
      for (position, transformation) in (filter.properties["MetricTransformations"]?.elements ?? []).enumerated()
      where transformation["DefaultValue"] != nil && transformation["Dimensions"] != nil {
        report.error(
          "default-value-with-dimensions",
          "MetricTransformations[\(position)] has both DefaultValue and Dimensions, of which AWS takes one",
          remedy: "remove DefaultValue", at: filter,
          path: PropertyPath([.key("MetricTransformations"), .index(position), .key("DefaultValue")]))
      }
    }
  }
}
