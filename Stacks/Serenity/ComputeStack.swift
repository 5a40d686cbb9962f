import Strata

/// The guide's `SerenityComputeStack`: "Compute Infrastructure (ECS Fargate)".
@Stack final class ComputeStack {
  let settings: Serenity.Settings
  let network: NetworkStack
  let security: SecurityStack
  let auth: AuthStack
  let data: DataStack

  // 3.8 "Name: serenity-pilot-cluster. Container Insights enabled. Fargate launch type (serverless)"
  // 3.45 "ECS: Encrypted EBS volumes": Fargate tasks have none; their ephemeral storage is encrypted with the key.
  lazy var cluster = ECS.Cluster(
    "cluster", capacityProviders: ["FARGATE"], clusterName: settings.cluster,
    clusterSettings: [.init(name: "containerInsights", value: "enabled")],
    configuration: .init(managedStorageConfiguration: .init(fargateEphemeralStorageKmsKeyId: security.key)))

  // 3.46 "TLS 1.2+ for all external connections", "Internal ALB to ECS communication over HTTPS"; 3.11 "Health check: /health endpoint"
  lazy var balancer = SecureLoadBalancer(
    "api", name: "\(settings.prefix)-api", vpc: network.vpc, subnets: network.publicTier.subnets, securityGroups: [security.albGroup],
    certificate: certificate, targetPort: 3001, healthPath: "/health", logs: data.loadBalancerLogs, requiredHeader: originHeader)

  // 3.9 "Image: serenity/api:latest. CPU: 256 units (0.25 vCPU). Memory: 512 MB"; 3.10 "Desired count: 2 (pilot), 3+ (production)"
  // 3.57 "Automated scaling policies"; "Reserved capacity" is a purchase, which no resource type makes. The service becomes stable once an image has been pushed to the repository.
  lazy var api = FargateService(
    "service", name: "\(settings.prefix)-api", cluster: cluster, image: "\(data.repository.repositoryUri):latest", port: 3001, cpu: 256,
    memory: 512, tasks: settings.tasks, healthPath: "/health", environment: environment,
    secrets: ["COGNITO_CLIENT_SECRET": auth.clientSecret], logGroup: "/serenity/\(settings.environment)/api", key: security.key.key,
    subnets: network.privateTier.subnets, securityGroups: [security.ecsGroup], targetGroup: balancer.targetGroup,
    repository: data.repository, permissions: permissions
  ).after(balancer.rule).after(network.internet.privateRoutes)

  /// The zone of the domain.
  ///
  /// Of a new one, the name servers have to be entered where the domain was bought, or no certificate is issued.
  lazy var zone: any Reference<Route53.HostedZone> =
    if let existing = settings.hostedZone { .existing(existing) } else { Route53.HostedZone("zone", name: settings.domain) }

  // 3.27 CloudFront checks the certificate of its origin, so the load balancer has a name of its own and a certificate for it.
  lazy var certificate = CertificateManager.Certificate(
    "certificate", domainName: settings.apiDomain,
    domainValidationOptions: [.init(domainName: settings.apiDomain, hostedZoneId: zone)], validationMethod: "DNS")

  lazy var record = Route53.RecordSet(
    "record", name: settings.apiDomain, type: "A",
    aliasTarget: .init(
      dnsName: balancer.loadBalancer.dnsName, hostedZoneId: .existing(balancer.loadBalancer.canonicalHostedZoneId),
      evaluateTargetHealth: true),
    hostedZoneId: zone)

  /// What the load balancer demands of a request, and CloudFront sends along.
  ///
  /// 3.5 "Ports 80, 443 from 0.0.0.0/0" lets clients go around CloudFront and its firewall. What CloudFront sends along and nobody outside
  /// of the account can know is an id that AWS made up: that of CloudFront's firewall.
  var originHeader: (name: String, value: any Input<String>) { ("X-Origin-Verify", security.siteFirewall.acl.id) }

  var body: some Infrastructure {
    WAFv2.WebACLAssociation("firewall", resourceArn: balancer.loadBalancer.loadBalancerArn, webAclArn: security.apiFirewall)

    Output("api-url", "https://\(settings.domain)/api")
    Output("cluster-name", cluster.clusterName)
    Output("service-name", api.service.name)
  }

  // 3.12 "DynamoDB: GetItem, PutItem, UpdateItem, DeleteItem, Query, Scan"
  // 3.13 "KMS: Decrypt, GenerateDataKey", "Cognito: AdminGetUser, AdminUpdateUserAttributes, ListUsers"
  @PolicyBuilder private var permissions: [Statement] {
    for table in [data.sessions, data.audit] {
      Allow(
        "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:Scan",
        on: table.arn, "\(table.arn)/index/*")
    }
    Allow("kms:Decrypt", "kms:GenerateDataKey", on: security.key.arn)
    Allow("cognito-idp:AdminGetUser", "cognito-idp:AdminUpdateUserAttributes", "cognito-idp:ListUsers", on: auth.pool.arn)
  }

  // 3.53 "Environment Variables": thirteen with COGNITO_CLIENT_SECRET, "[from-secrets-manager]".
  private var environment: [String: any Input<String>] {
    [
      "AWS_REGION": AWS.region, "AWS_ACCOUNT_ID": AWS.accountId, "NODE_ENV": "production", "API_PORT": "3001",
      "PHI_SESSION_TIMEOUT_MINUTES": "15", "COGNITO_USER_POOL_ID": auth.pool.userPoolId, "COGNITO_CLIENT_ID": auth.webClient.clientId,
      "DYNAMODB_SESSION_TABLE": data.sessions.tableName, "DYNAMODB_AUDIT_TABLE": data.audit.tableName,
      "KMS_KEY_ID": security.key.key.keyId, "ENABLE_AUDIT_LOGGING": "true", "ENABLE_ENCRYPTION": "true",
    ]
  }
}
