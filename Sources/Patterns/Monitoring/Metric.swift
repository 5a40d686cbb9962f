public import StrataLanguage

/// A CloudWatch metric, as alarms and dashboards speak of it.
public struct Metric: Sendable {
  /// How the values of a period become one.
  public enum Statistic: String, Sendable {
    case average = "Average"
    case maximum = "Maximum"
    case minimum = "Minimum"
    case sum = "Sum"
  }

  let namespace: any Input<String>
  let name: any Input<String>
  let statistic: Statistic
  let dimensions: [(name: String, value: any Input<String>)]

  /// Creates a metric; its dimensions are those that the service documents, all of them.
  public init(
    _ namespace: any Input<String>, _ name: any Input<String>, _ statistic: Statistic, _ dimensions: [String: any Input<String>] = [:]
  ) {
    self.namespace = namespace
    self.name = name
    self.statistic = statistic
    self.dimensions = dimensions.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
