import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("ECS services")
struct ServiceHandlerTests {
  private let service = ResourceFixture("AWS::ECS::Service")
  private let arn: AWSValue = "arn:aws:ecs:eu-central-1:123456789012:service/main/app"
  private let identifier = "arn:aws:ecs:eu-central-1:123456789012:service/main/app|main"

  private func show(_ members: [String: AWSValue]) {
    let service: [String: AWSValue] = ["serviceArn": arn, "serviceName": "app", "status": "ACTIVE"]
    self.service.answer("ecs:DescribeServices", ["services": [.structure(service.merging(members) { _, own in own })]])
  }

  @Test("A service is created with the token, and ready when one deployment is left and all its tasks run")
  func create() async throws {
    service.answer("ecs:CreateService", ["service": ["serviceArn": arn, "serviceName": "app"]])
    let rollout: AWSValue = [["status": "PRIMARY", "rolloutState": "IN_PROGRESS"]]
    show(["deployments": rollout, "runningCount": 0, "desiredCount": 2])
    let pending = try #require(
      try await service.create([
        "Cluster": "main", "ServiceName": "app", "TaskDefinition": "app:1", "DesiredCount": 2,
        "PlacementStrategies": [["Type": "spread", "Field": "host"]], "Tags": [["Key": "team", "Value": "core"]],
      ]).pending)
    service.expectChanges(
      SentCall(
        "ecs:CreateService",
        [
          "cluster": "main", "serviceName": "app", "taskDefinition": "app:1", "desiredCount": 2,
          "placementStrategy": [["type": "spread", "field": "host"]], "tags": [["key": "team", "value": "core"]],
          "clientToken": "token-1",
        ]))
    #expect(pending.identifier == identifier)
    #expect(pending.pollAfter == 5_000)
    show(["deployments": rollout, "runningCount": 2, "desiredCount": 2])
    #expect(try await service.poll(.create, pending.waitToken).object?.identifier == identifier)
  }

  @Test("A deployment that failed is a failure of the operation, in the words of ECS")
  func failedDeployment() async {
    show(["deployments": [["status": "PRIMARY", "rolloutState": "FAILED", "rolloutStateReason": "tasks failed to start"]]])
    let error = await failure { () throws(ProviderError) in try await service.poll(.update, "direct/update/" + identifier) }
    #expect(error?.message == "tasks failed to start")
    #expect(error?.execution == .executed)
  }

  @Test("Only what differs is sent; what is no longer declared is cleared")
  func update() async throws {
    show([:])
    let before: PropertyObject = ["DesiredCount": 2, "TaskDefinition": "app:1", "EnableExecuteCommand": true]
    try await service.update(identifier, from: before, to: before.merging(["DesiredCount": 3]))
    service.expectChanges(SentCall("ecs:UpdateService", ["service": arn, "cluster": "main", "desiredCount": 3]))
    try await service.update(
      identifier, from: before.merging(["LoadBalancers": [["ContainerName": "app"]], "PlacementStrategies": [["Type": "random"]]]),
      to: ["DesiredCount": 2, "TaskDefinition": "app:1"])
    service.expectChanges(
      SentCall(
        "ecs:UpdateService",
        ["service": arn, "cluster": "main", "loadBalancers": [], "placementStrategy": [], "enableExecuteCommand": false]))
  }

  @Test("Tags are changed by the ARN, without a deployment")
  func tags() async throws {
    show([:])
    try await service.update(identifier, from: [:], to: ["Tags": [["Key": "team", "Value": "core"]]])
    service.expectChanges(SentCall("ecs:TagResource", ["resourceArn": arn, "tags": [["key": "team", "value": "core"]]]))
  }

  @Test("A service is deleted by force, and gone when ECS shows it as inactive")
  func delete() async throws {
    let pending = try #require(try await service.delete(identifier).pending)
    service.expectCalls(SentCall("ecs:DeleteService", ["service": arn, "cluster": "main", "force": true]))
    show(["status": "DRAINING"])
    #expect(try await service.poll(.delete, pending.waitToken).pending != nil)
    show(["status": "INACTIVE"])
    #expect(try await service.poll(.delete, pending.waitToken) == .gone)
  }
}
