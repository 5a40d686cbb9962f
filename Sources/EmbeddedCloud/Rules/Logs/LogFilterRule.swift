import StrataDeployment
import StrataModel

/// Filters per log group are few, and a metric with dimensions has no default value.
///
/// Source: CloudWatch Logs quotas (100 metric filters and 2 subscription filters per log group, 10 resource policies per region) and
/// PutMetricFilter, `MetricTransformation` ("if you specify dimensions, you can't specify a default value").
struct LogFilterRule: CloudRule {
  let types = ["AWS::Logs::MetricFilter", "AWS::Logs::SubscriptionFilter", "AWS::Logs::ResourcePolicy"]
  let summary = "A log group takes 100 metric filters and 2 subscription filters, a region 10 log resource policies."
  let source = "CloudWatch Logs quotas; PutMetricFilter"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    for transformation in change.properties["MetricTransformations"]?.arrayValue ?? [] {
      let dimensions = transformation["Dimensions"]?.arrayValue ?? []
      if !dimensions.isEmpty, transformation["DefaultValue"] != nil {
        throw CloudErrors.invalid("InvalidParameterException", "Dimensions and DefaultValue exclude each other", "MetricTransformations")
      }
      if dimensions.count > 3 {
        throw CloudErrors.invalid("InvalidParameterException", "A metric filter has at most 3 dimensions", "MetricTransformations")
      }
    }
    guard change.kind == .create else { return }
    if change.type == "AWS::Logs::ResourcePolicy" {
      if cloud.count(of: change.type, in: change.scope) >= 10 {
        throw CloudErrors.limit("LimitExceededException", "A region holds 10 log resource policies")
      }
      return
    }
    guard let group = change.referenced("AWS::Logs::LogGroup", by: "LogGroupName", cloud) else { return }
    let limit = change.type == "AWS::Logs::MetricFilter" ? 100 : 2
    guard (cloud.users[group.number]?.count ?? 0) >= limit else { return }
    if cloud.users(of: group.number, types: [change.type]).count >= limit {
      throw CloudErrors.limit("LimitExceededException", "The log group \(group.identifier) has \(limit) filters already, and takes no more")
    }
  }
}
