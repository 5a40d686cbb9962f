import Strata
import StrataModel

/// Containers, functions, and what scales and calls them.
@Stack final class ContainerStack {
  let variant: Variant
  let encryption: EncryptionStack
  let identity: IdentityStack
  let network: NetworkStack
  let messaging: MessagingStack

  lazy var cluster = ECS.Cluster(
    "cluster", clusterName: "lab-cluster",
    clusterSettings: [.init(name: "containerInsights", value: variant.changed("disabled", "enabled"))])

  // Nothing of a task definition changes: every difference is a new revision.
  lazy var definition = ECS.TaskDefinition(
    "definition",
    containerDefinitions: [
      .init(
        image: "public.ecr.aws/nginx/nginx:stable", name: "web", environment: [.init(name: "STAGE", value: variant.changed("one", "two"))],
        essential: true, portMappings: [.init(containerPort: 80, protocol: .tcp)])
    ], cpu: variant.changed("256", "512"), family: "lab", memory: "1024", networkMode: .awsvpc, requiresCompatibilities: [.fargate])

  // moto starts no tasks, so none are asked for.
  lazy var service = ECS.Service(
    "service", cluster: cluster, desiredCount: 0, launchType: .fargate,
    networkConfiguration: .init(
      awsvpcConfiguration: .init(assignPublicIp: .disabled, securityGroups: [network.web], subnets: [network.first])),
    serviceName: variant.replaced("lab-service", "lab-service-2"), taskDefinition: definition
  ).ignoringChanges(to: "DesiredCount")

  lazy var target = ApplicationAutoScaling.ScalableTarget(
    "scaling", maxCapacity: variant.changed(2, 4), minCapacity: variant.changed(0, 1),
    resourceId: "service/\(cluster.clusterName)/\(service.name)", scalableDimension: .ecsServiceDesiredCount, serviceNamespace: .ecs)

  lazy var function = Lambda.Function(
    "function", code: .init(zipFile: variant.changed("def handler(event, context): return 1", "def handler(event, context): return 2")),
    role: identity.worker, description: variant.changed("Counts", "Counts on"),
    environment: .init(variables: variant.changed(["STAGE": "one", "GOING": "yes"], ["STAGE": "two", "COMING": "yes"])),
    functionName: "lab-function", handler: "index.handler", memorySize: variant.changed(128, 256), runtime: .python3_12,
    timeout: variant.changed(3, 30))

  // Lambda makes the group at the first call; a declared one is deleted with the rest.
  lazy var log = Logs.LogGroup("function-log", logGroupName: "/aws/lambda/lab-function", retentionInDays: 7)

  lazy var helper = Lambda.Function(
    "helper", code: .init(zipFile: "def handler(event, context): return 3"), role: identity.worker,
    functionName: variant.replaced("lab-helper", "lab-assistant"), handler: "index.handler", runtime: .python3_12)

  lazy var version = Lambda.Version("version", functionName: function, description: variant.changed("one", "two"))

  var body: some Infrastructure {
    ECS.ClusterCapacityProviderAssociations(
      "providers", cluster: cluster,
      defaultCapacityProviderStrategy: variant.changed(
        [.init(capacityProvider: "FARGATE", weight: 1)],
        [.init(capacityProvider: "FARGATE", weight: 1), .init(capacityProvider: "FARGATE_SPOT", weight: 2)]),
      capacityProviders: ["FARGATE", "FARGATE_SPOT"])
    ApplicationAutoScaling.ScalingPolicy(
      "by-cpu", policyName: "lab-by-cpu", policyType: .targetTrackingScaling, scalingTargetId: target,
      targetTrackingScalingPolicyConfiguration: .init(
        targetValue: variant.changed(50, 70),
        predefinedMetricSpecification: .init(predefinedMetricType: .ecsServiceAverageCpuUtilization), scaleInCooldown: 60))

    Lambda.Permission(
      "from-events", action: "lambda:InvokeFunction", functionName: function, principal: "events.amazonaws.com",
      sourceArn: variant.replaced("arn:aws:events:us-east-1:123456789012:rule/one", "arn:aws:events:us-east-1:123456789012:rule/two"))
    Lambda.Permission(
      "rotates", action: "lambda:InvokeFunction", functionName: helper, principal: "secretsmanager.amazonaws.com")
    Lambda.Alias(
      "live", functionName: function, functionVersion: version.version, name: "live", description: variant.changed("Live", "Lively"))
    Lambda.EventInvokeConfig(
      "asynchronous", functionName: function, qualifier: "$LATEST",
      destinationConfig: .init(onFailure: .init(destination: messaging.dead.arn)),
      maximumEventAgeInSeconds: variant.changed(3600, 600), maximumRetryAttempts: variant.changed(2, 0))

    SecretsManager.RotationSchedule(
      "rotation", secretId: encryption.secret, rotateImmediatelyOnUpdate: false, rotationLambdaArn: function.arn,
      rotationRules: .init(automaticallyAfterDays: variant.changed(30, 60))
    ).after(log)
  }
}
