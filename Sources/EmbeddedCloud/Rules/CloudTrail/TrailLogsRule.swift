import StrataDeployment
import StrataModel

/// A trail that delivers to CloudWatch Logs needs the log group and the role.
///
/// Source: CloudTrail API reference, CreateTrail (`InvalidCloudWatchLogsLogGroupArnException`, `InvalidCloudWatchLogsRoleArnException`);
/// quota of five trails per region (CloudTrail user guide, "Quotas").
struct TrailLogsRule: CloudRule {
  let types = ["AWS::CloudTrail::Trail"]
  let summary = "A trail names both a log group and a role or neither, and a region holds five trails."
  let source = "CloudTrail CreateTrail; CloudTrail quotas"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    let group = change.properties["CloudWatchLogsLogGroupArn"] != nil
    let role = change.properties["CloudWatchLogsRoleArn"] != nil
    if group != role {
      throw CloudErrors.invalid(
        group ? "InvalidCloudWatchLogsRoleArnException" : "InvalidCloudWatchLogsLogGroupArnException",
        "CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn belong together",
        group ? "CloudWatchLogsRoleArn" : "CloudWatchLogsLogGroupArn")
    }
    if change.kind == .create, cloud.count(of: change.type, in: change.scope) >= 5 {
      throw CloudErrors.limit(
        "MaximumNumberOfTrailsExceededException", "User: \(change.scope.account) already has 5 trails in \(change.region).")
    }
  }
}
