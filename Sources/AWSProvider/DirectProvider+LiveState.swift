import AWSClient
import StrataDeployment
import StrataModel

extension DirectProvider {
  /// Types whose handler asks the service whether the object works, not only whether it is there.
  private static let settlingTypes: Set<String> = [
    "AWS::CertificateManager::Certificate", "AWS::CloudFront::Distribution", "AWS::DynamoDB::Table", "AWS::EC2::NatGateway",
    "AWS::ECS::Service", "AWS::ElastiCache::ReplicationGroup", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::Lambda::Function",
    "AWS::RDS::DBInstance",
  ]

  /// How an object does; `nil` for a type of which nothing more than its document can be told.
  func liveState(of target: ObjectTarget) async throws(ProviderError) -> LiveState? {
    let call = try call(target)
    switch target.type {
    case "AWS::ElasticLoadBalancingV2::TargetGroup": return try await asking(target) { try await targetHealth(call) }
    case "AWS::CloudWatch::Alarm": return try await asking(target) { try await alarmState(call) }
    case "AWS::SNS::Subscription": return try await asking(target) { try await confirmation(call) }
    case let type where Self.settlingTypes.contains(type):
      return try await perform(type) { handler in
        switch try await handler.readiness(call, after: .update) {
        case .ready, .identified: LiveState(.healthy, "the service says that it is ready")
        case .pending: LiveState(.unsettled, "the service says that it is not ready yet")
        case .failed(let reason): LiveState(.unhealthy, reason)
        }
      }
    default: return nil
    }
  }

  private func asking(_ target: ObjectTarget, _ work: () async throws -> LiveState?) async throws(ProviderError) -> LiveState? {
    do { return try await work() } catch { throw ErrorMapping.providerError(error, type: target.type) }
  }

  /// Source: Elastic Load Balancing API, DescribeTargetHealth; `unused` and `draining` targets get no requests and do no harm.
  private func targetHealth(_ call: ResourceCall) async throws -> LiveState {
    let answer = try await call.send("elbv2", "DescribeTargetHealth", ["TargetGroupArn": .string(call.identifier)])
    let states = (answer["TargetHealthDescriptions"]?.list ?? []).compactMap { $0["TargetHealth"]?["State"]?.string }
    let counted = states.filter { $0 != "draining" && $0 != "unused" }
    guard !counted.isEmpty else { return LiveState(.unsettled, "no target is registered") }
    let healthy = counted.count { $0 == "healthy" }
    let text = "\(healthy) of \(counted.count) targets are healthy"
    if healthy == counted.count { return LiveState(.healthy, text) }
    return LiveState(counted.contains { $0.hasPrefix("unhealthy") || $0 == "unavailable" } ? .unhealthy : .unsettled, text)
  }

  /// Source: CloudWatch API, MetricAlarm, StateValue.
  private func alarmState(_ call: ResourceCall) async throws -> LiveState? {
    let answer = try await call.send("cloudwatch", "DescribeAlarms", ["AlarmNames": .strings([call.identifier])])
    guard let alarm = answer["MetricAlarms"]?.list?.first, let state = alarm["StateValue"]?.string else { return nil }
    switch state {
    case "OK": return LiveState(.healthy, "the alarm is quiet")
    case "ALARM": return LiveState(.unhealthy, "the alarm rings: \(alarm["StateReason"]?.string ?? "no reason is given")")
    default: return LiveState(.unsettled, "the alarm has no data yet")
    }
  }

  /// Source: Amazon SNS API, GetSubscriptionAttributes, PendingConfirmation.
  private func confirmation(_ call: ResourceCall) async throws -> LiveState {
    let answer = try await call.send("sns", "GetSubscriptionAttributes", ["SubscriptionArn": .string(call.identifier)])
    return answer["Attributes"]?["PendingConfirmation"]?.string == "true"
      ? LiveState(.unhealthy, "the subscription was never confirmed, so that nothing is delivered")
      : LiveState(.healthy, "the subscription is confirmed")
  }
}
