import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("How objects do")
struct LiveStateTests {
  private func target(_ fixture: ResourceFixture, _ identifier: String) -> ObjectTarget {
    ObjectTarget(type: fixture.type, placement: fixture.placement, route: .direct(version: 1), identifier: identifier)
  }

  @Test(
    "Targets are healthy together; leaving and unused ones do not count",
    arguments: [
      (["healthy", "healthy", "draining"], LiveState.Condition.healthy, "2 of 2 targets are healthy"),
      (["healthy", "unhealthy"], .unhealthy, "1 of 2 targets are healthy"),
      (["initial", "healthy"], .unsettled, "1 of 2 targets are healthy"),
      (["unused"], .unsettled, "no target is registered"), ([], .unsettled, "no target is registered"),
    ])
  func targets(states: [String], condition: LiveState.Condition, text: String) async throws {
    let group = ResourceFixture("AWS::ElasticLoadBalancingV2::TargetGroup")
    let targets = states.map { AWSValue.structure(["Target": ["Id": "t"], "TargetHealth": ["State": .string($0)]]) }
    group.answer("elbv2:DescribeTargetHealth", ["TargetHealthDescriptions": .list(targets)])
    #expect(try await group.provider.liveState(of: target(group, "arn:g")) == LiveState(condition, text))
  }

  @Test(
    "An alarm that rings is unhealthy, one without data is not known",
    arguments: [("OK", LiveState.Condition.healthy), ("ALARM", .unhealthy), ("INSUFFICIENT_DATA", .unsettled)])
  func alarm(state: String, condition: LiveState.Condition) async throws {
    let alarm = ResourceFixture("AWS::CloudWatch::Alarm")
    alarm.answer(
      "cloudwatch:DescribeAlarms",
      ["MetricAlarms": [["AlarmName": "errors", "StateValue": .string(state), "StateReason": "5 is greater than 1"]]])
    let live = try await alarm.provider.liveState(of: target(alarm, "errors"))
    #expect(live?.condition == condition)
    if condition == .unhealthy { #expect(live?.text == "the alarm rings: 5 is greater than 1") }
  }

  @Test("A subscription that nobody has confirmed delivers nothing")
  func subscription() async throws {
    let subscription = ResourceFixture("AWS::SNS::Subscription")
    subscription.answer(
      "sns:GetSubscriptionAttributes", ["Attributes": ["PendingConfirmation": "true"]], ["Attributes": ["PendingConfirmation": "false"]])
    #expect(try await subscription.provider.liveState(of: target(subscription, "arn:s"))?.condition == .unhealthy)
    #expect(try await subscription.provider.liveState(of: target(subscription, "arn:s"))?.condition == .healthy)
  }

  @Test("A service is healthy when all its tasks run, and unhealthy when its rollout failed")
  func service() async throws {
    let service = ResourceFixture("AWS::ECS::Service")
    func answer(running: Int, rollout: String) -> AWSValue {
      [
        "services": [
          [
            "serviceArn": "arn:s", "status": "ACTIVE", "desiredCount": 2, "runningCount": .integer(running),
            "deployments": [["status": "PRIMARY", "rolloutState": .string(rollout), "rolloutStateReason": "tasks stopped"]],
          ]
        ]
      ]
    }
    service.answer(
      "ecs:DescribeServices", answer(running: 2, rollout: "COMPLETED"), answer(running: 1, rollout: "IN_PROGRESS"),
      answer(running: 0, rollout: "FAILED"))
    let object = target(service, "arn:s|cluster")
    #expect(try await service.provider.liveState(of: object)?.condition == .healthy)
    #expect(try await service.provider.liveState(of: object)?.condition == .unsettled)
    #expect(try await service.provider.liveState(of: object) == LiveState(.unhealthy, "tasks stopped"))
  }

  @Test("Of a type without health nothing is told, and a refused question is an error")
  func others() async throws {
    let group = ResourceFixture("AWS::Logs::LogGroup")
    #expect(try await group.provider.liveState(of: target(group, "logs")) == nil)
    let alarm = ResourceFixture("AWS::CloudWatch::Alarm")
    alarm.refuse("cloudwatch:DescribeAlarms", "AccessDenied")
    await #expect(throws: ProviderError.self) { _ = try await alarm.provider.liveState(of: target(alarm, "errors")) }
  }
}
