public import StrataAWS
public import StrataLanguage
import StrataModel

/// A container that Fargate keeps running behind a load balancer, scaled by its load.
///
/// Creates an encrypted `Logs.LogGroup`, one `IAM.Role` for the container and another for starting it, an `ECS.TaskDefinition`, an
/// `ECS.Service`, and an `ApplicationAutoScaling` target with a policy for CPU and one for memory. The container runs without privileges,
/// as an unprivileged user, on a read-only file system and without a public address; a deployment that does not become healthy is rolled
/// back. How many tasks run belongs to the scaling, so a changed `DesiredCount` is no drift.
///
/// To deviate: `user`, `isReadOnly`, `tasks` (the first count and the bounds), `cpuTarget` and `memoryTarget` in percent.
@Component
public final class FargateService {
  public let id: String
  let name: String
  let cluster: ECS.Cluster
  let image: any Input<String>
  let port: Int
  let cpu: Int
  let memory: Int
  let tasks: ClosedRange<Int>
  let healthPath: String
  let environment: [String: any Input<String>]
  /// Environment variables that are read from Secrets Manager when a task starts.
  let secrets: [String: SecretsManager.Secret]
  let logGroup: String
  /// The key of the log group, and of the secrets.
  let key: KMS.Key
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  let targetGroup: ElasticLoadBalancingV2.TargetGroup
  let repository: ECR.Repository
  /// What the code in the container may do.
  let permissions: [Statement]
  var user = "1000:1000"
  var isReadOnly = true
  var cpuTarget = 70
  var memoryTarget = 80

  public lazy var logs = EncryptedLogGroup("logs", name: logGroup, key: key)

  public lazy var taskRole = ServiceRole("task", for: "ecs-tasks", name: "\(name)-task") { permissions }

  public lazy var executionRole = ServiceRole("execution", for: "ecs-tasks", name: "\(name)-execution") {
    Allow("ecr:GetAuthorizationToken", on: "*")
    Allow("ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage", on: repository.arn)
    Allow("logs:CreateLogStream", "logs:PutLogEvents", on: logs.arn)
    if !secrets.isEmpty {
      Allow(["secretsmanager:GetSecretValue"], on: variables(secrets).map { $0.value.id })
      Allow("kms:Decrypt", on: key.arn)
    }
  }

  public lazy var definition = ECS.TaskDefinition(
    "definition", containerDefinitions: [container], cpu: "\(cpu)", executionRoleArn: executionRole, family: name, memory: "\(memory)",
    networkMode: .awsvpc, requiresCompatibilities: [.fargate],
    runtimePlatform: .init(cpuArchitecture: .x86_64, operatingSystemFamily: .linux), taskRoleArn: taskRole)

  public lazy var service = ECS.Service(
    "service", cluster: cluster,
    deploymentConfiguration: .init(
      deploymentCircuitBreaker: .init(enable: true, rollback: true), maximumPercent: 200, minimumHealthyPercent: 100),
    desiredCount: tasks.lowerBound, healthCheckGracePeriodSeconds: 60, launchType: .fargate,
    loadBalancers: [.init(containerName: name, containerPort: port, targetGroupArn: targetGroup)],
    networkConfiguration: .init(awsvpcConfiguration: .init(assignPublicIp: .disabled, securityGroups: securityGroups, subnets: subnets)),
    propagateTags: .service, serviceName: name, taskDefinition: definition
  ).ignoringChanges(to: "DesiredCount")

  public var body: some Infrastructure {
    let target = ApplicationAutoScaling.ScalableTarget(
      "scaling", maxCapacity: tasks.upperBound, minCapacity: tasks.lowerBound, resourceId: "service/\(cluster.clusterName)/\(service.name)",
      scalableDimension: .ecsServiceDesiredCount, serviceNamespace: .ecs)
    for (id, metric, percent) in [("cpu", "CPU", cpuTarget), ("memory", "Memory", memoryTarget)] {
      ApplicationAutoScaling.ScalingPolicy(
        id, policyName: "\(name)-\(id)", policyType: .targetTrackingScaling, scalingTargetId: target,
        targetTrackingScalingPolicyConfiguration: .init(
          targetValue: percent,
          predefinedMetricSpecification: .init(predefinedMetricType: "ECSServiceAverage\(metric)Utilization"), scaleInCooldown: 300,
          scaleOutCooldown: 60))
    }
  }

  private var container: ECS.TaskDefinition.ContainerDefinition {
    .init(
      image: image, name: name, environment: variables(environment).map { .init(name: $0.key, value: $0.value) },
      essential: true,
      healthCheck: .init(
        command: ["CMD-SHELL", "curl -fsk https://localhost:\(port)\(healthPath) || exit 1"], interval: 30, retries: 3, startPeriod: 60,
        timeout: 5),
      linuxParameters: .init(capabilities: .init(drop: ["ALL"]), initProcessEnabled: true),
      logConfiguration: .init(
        logDriver: "awslogs",
        options: ["awslogs-group": logs.groupName, "awslogs-region": AWS.region, "awslogs-stream-prefix": name]),
      portMappings: [.init(containerPort: port, protocol: .tcp)], privileged: false, readonlyRootFilesystem: isReadOnly,
      secrets: variables(secrets).map { .init(name: $0.key, valueFrom: $0.value.id) }, user: user)
  }

  private func variables<Value>(_ values: [String: Value]) -> [(key: String, value: Value)] { values.sorted { $0.key < $1.key } }
}
