public import StrataAWS
public import StrataLanguage

/// A dashboard with one graph for each title, two in a row.
///
/// Creates a `CloudWatch.Dashboard`.
@Component
public struct MetricDashboard {
  let name: String
  let graphs: [(title: String, metrics: [Metric])]

  public var body: some Infrastructure {
    CloudWatch.Dashboard("dashboard", dashboardBody: .json(["widgets": Document(graphs.enumerated().map(widget))]), dashboardName: name)
  }

  private func widget(_ position: Int, _ graph: (title: String, metrics: [Metric])) -> Document {
    [
      "type": "metric", "x": Document(position % 2 * 12), "y": Document(position / 2 * 6), "width": 12, "height": 6,
      "properties": [
        "title": "\(graph.title)", "region": Document(AWS.region), "view": "timeSeries",
        "metrics": Document(graph.metrics.map(line)),
      ],
    ]
  }

  private func line(_ metric: Metric) -> Document {
    let dimensions = metric.dimensions.flatMap { [Document("\($0.name)"), Document($0.value)] }
    return Document([Document(metric.namespace), Document(metric.name)] + dimensions + [["stat": "\(metric.statistic.rawValue)"]])
  }
}
