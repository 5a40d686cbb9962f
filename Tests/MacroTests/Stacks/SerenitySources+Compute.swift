extension SerenitySources {
  static let compute = #"""
    @Stack final class ComputeStack {
      let settings: Settings
      let network: NetworkStack
      let security: SecurityStack
      let data: DataStack
      let certificate: any Input<String>

      var body: some Infrastructure {
        let tasks = settings.isProduction ? 3 : 2
        let cluster = ECS.Cluster("main", capacityProviders: ["FARGATE"], clusterName: "\(settings.prefix)-cluster",
          clusterSettings: [.init(name: "containerInsights", value: "enabled")])
        let repository = ECR.Repository("api-images", encryptionConfiguration: .init(encryptionType: .kms, kmsKey: security.key),
          imageScanningConfiguration: .init(scanOnPush: true), repositoryName: "serenity/api")
        let logs = Logs.LogGroup("api-logs", kmsKeyId: security.key, logGroupName: "/serenity/api", retentionInDays: 2557)
        let taskRole = IAM.Role("task", assumeRolePolicyDocument: .trust("ecs-tasks"),
          policies: [.init(policyDocument: .policy {
            for table in [data.sessions, data.audit] {
              Allow("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query",
                "dynamodb:Scan",
                on: table.arn, "\(table.arn)/index/*")
            }
            Allow("kms:Decrypt", "kms:GenerateDataKey", on: security.key.arn)
          }, policyName: "data")],
          roleName: "\(settings.prefix)-task")
        let executionRole = IAM.Role("execution", assumeRolePolicyDocument: .trust("ecs-tasks"),
          managedPolicyArns: [.existing("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy")])
        let environment: [String: any Input<String>] = [
          "NODE_ENV": "production", "PORT": "3001", "AWS_REGION": "us-east-1",
          "SESSIONS_TABLE": data.sessions.tableName, "AUDIT_TABLE": data.audit.tableName,
        ]
        let definition = ECS.TaskDefinition("api-task",
          containerDefinitions: [
            .init(image: "\(repository.repositoryUri):latest", name: "api",
              environment: environment.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) },
              essential: true,
              healthCheck: .init(command: ["CMD-SHELL", "curl -fk https://localhost:3001/health || exit 1"], interval: 30,
                retries: 3, startPeriod: 60, timeout: 5),
              logConfiguration: .init(logDriver: "awslogs", options: [
                "awslogs-group": logs.logGroupName, "awslogs-region": "us-east-1", "awslogs-stream-prefix": "api",
              ]),
              portMappings: [.init(containerPort: 3001, protocol: "tcp")]),
          ],
          cpu: "256", executionRoleArn: executionRole, family: "\(settings.prefix)-api", memory: "512", networkMode: .awsvpc,
          requiresCompatibilities: [.fargate], taskRoleArn: taskRole)
        let alb = ELB.LoadBalancer("api-balancer", name: "\(settings.prefix)-alb", scheme: .internetFacing,
          securityGroups: [security.albGroup],
          subnets: network.publicSubnets, type: .application)
        let target = ELB.TargetGroup("api-targets", healthCheckPath: "/health", healthCheckProtocol: .https,
          matcher: .init(httpCode: "200"),
          name: "\(settings.prefix)-api", port: 3001, protocol: .https, targetType: .ip, vpcId: network.vpc)
        let https = ELB.Listener("https", defaultActions: [.init(type: .forward, targetGroupArn: target)], loadBalancerArn: alb,
          certificates: [.init(certificateArn: certificate)], port: 443, protocol: .https,
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06")
        ELB.Listener("http", defaultActions: [.init(type: .redirect, redirectConfig: .init(statusCode: .http301, port: "443",
          protocol: "HTTPS"))],
          loadBalancerArn: alb, port: 80, protocol: .http)
        WAFv2.WebACLAssociation("alb", resourceArn: alb.loadBalancerArn, webAclArn: security.webACL)
        let service = ECS.Service("api-service", cluster: cluster,
          deploymentConfiguration: .init(deploymentCircuitBreaker: .init(enable: true, rollback: true)), desiredCount: tasks,
            launchType: .fargate,
          loadBalancers: [.init(containerName: "api", containerPort: 3001, targetGroupArn: target.targetGroupArn)],
          networkConfiguration: .init(awsvpcConfiguration: .init(assignPublicIp: .disabled, securityGroups: [security.ecsGroup],
            subnets: network.privateSubnets)),
          serviceName: "api", taskDefinition: definition).after(https).ignoringChanges(to: "DesiredCount")
        let scalable = ApplicationAutoScaling.ScalableTarget("api-scaling", maxCapacity: 10, minCapacity: tasks,
          resourceId: "service/\(cluster.clusterName)/\(service.serviceName)", scalableDimension: .ecsServiceDesiredCount,
            serviceNamespace: .ecs)
        for (name, metric, value) in [("cpu", "CPU", 70), ("memory", "Memory", 80)] {
          ApplicationAutoScaling.ScalingPolicy(name, policyName: name, policyType: .targetTrackingScaling,
            scalingTargetId: scalable.id,
            targetTrackingScalingPolicyConfiguration: .init(targetValue: value,
              predefinedMetricSpecification: .init(predefinedMetricType: .raw("ECSServiceAverage\(metric)Utilization")),
                scaleInCooldown: 300, scaleOutCooldown: 60))
        }
      }
    }
    """#
}
