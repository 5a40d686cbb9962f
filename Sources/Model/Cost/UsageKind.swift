/// A kind of use that costs money and that no program tells, per resource and month.
public enum UsageKind: String, Sendable, Hashable, CaseIterable {
  case analyzedRoles = "access-analyzer.roles"
  case backupRestoreTests = "backup.restore-tests"
  case backupStorage = "backup.storage"
  case cloudFrontRequests = "cloudfront.requests"
  case cloudFrontTransfer = "cloudfront.transfer"
  case cloudTrailDataEvents = "cloudtrail.data-events"
  case codeBuildMinutes = "codebuild.minutes"
  case codePipelineMinutes = "codepipeline.minutes"
  case cognitoUsers = "cognito.users"
  case configEvaluations = "config.evaluations"
  case configItems = "config.items"
  case configPackEvaluations = "config.pack-evaluations"
  case containerInsightsMetrics = "ecs.container-insights-metrics"
  case dynamoDBReads = "dynamodb.reads"
  case dynamoDBStorage = "dynamodb.storage"
  case dynamoDBWrites = "dynamodb.writes"
  case ecrStorage = "ecr.storage"
  case endpointData = "vpc-endpoint.data"
  case firewallData = "network-firewall.data"
  case guardDutyEvents = "guardduty.events"
  case guardDutyLogs = "guardduty.logs"
  case guardDutyS3Events = "guardduty.s3-events"
  case guardDutyVCPUs = "guardduty.vcpus"
  case kmsRequests = "kms.requests"
  case kmsRotations = "kms.rotations"
  case lambdaDuration = "lambda.duration"
  case lambdaRequests = "lambda.requests"
  case loadBalancerCapacityUnits = "load-balancer.capacity-units"
  case loadBalancerTransfer = "load-balancer.transfer"
  case logsDelivered = "logs.delivered"
  case logsIngested = "logs.ingested"
  case logsStored = "logs.stored"
  case macieBuckets = "macie.buckets"
  case macieInspected = "macie.inspected"
  case natData = "nat-gateway.data"
  case rdsBackup = "rds.backup"
  case route53Queries = "route53.queries"
  case s3Reads = "s3.reads"
  case s3Storage = "s3.storage"
  case s3Writes = "s3.writes"
  case scheduledInvocations = "scheduler.invocations"
  case secretReads = "secrets-manager.requests"
  case securityHubChecks = "security-hub.checks"
  case snsNotifications = "sns.notifications"
  case sqsRequests = "sqs.requests"
  case transitGatewayData = "transit-gateway.data"
  case wafRequests = "waf.requests"

  /// What is assumed where the program says nothing: a small system at the beginning of its life.
  public var defaultValue: Quantity { facts.value }

  /// The unit, for example `GB`.
  public var unit: String { facts.unit }

  /// What is counted, and per what.
  public var meaning: String { facts.meaning }

  private var facts: (value: Quantity, unit: String, meaning: String) {
    switch self {
    case .analyzedRoles: (50, "roles", "roles and users that an analyzer of unused access watches")
    case .backupRestoreTests: (1, "tests", "recovery points restored by each selection of a restore test")
    case .backupStorage: (10, "GB", "warm storage of each vault, on average over the month")
    case .cloudFrontRequests: (1_000_000, "requests", "HTTPS requests to each distribution")
    case .cloudFrontTransfer: (50, "GB", "data sent by each distribution to the internet")
    case .cloudTrailDataEvents: (100_000, "events", "data events of each trail that records them")
    case .codeBuildMinutes: (200, "minutes", "build time of each project")
    case .codePipelineMinutes: (100, "minutes", "action time of each V2 pipeline")
    case .cognitoUsers: (500, "users", "users of each pool who sign in at least once")
    case .configEvaluations: (100, "evaluations", "evaluations of each rule")
    case .configItems: (500, "items", "configuration items that each recorder records")
    case .configPackEvaluations: (1_000, "evaluations", "evaluations by all rules of each conformance pack")
    case .containerInsightsMetrics: (20, "metrics", "metrics of Container Insights of each cluster")
    case .dynamoDBReads: (1_000_000, "request units", "on-demand reads of each table")
    case .dynamoDBStorage: (2, "GB", "data of each table, indexes included")
    case .dynamoDBWrites: (500_000, "request units", "on-demand writes to each table")
    case .ecrStorage: (5, "GB", "images of each repository")
    case .endpointData: (5, "GB", "data through each interface endpoint")
    case .firewallData: (50, "GB", "data through each firewall")
    case .guardDutyEvents: (250_000, "events", "management events that each detector analyses")
    case .guardDutyLogs: (2, "GB", "flow and DNS logs that each detector analyses")
    case .guardDutyS3Events: (250_000, "events", "S3 data events that each detector analyses")
    case .guardDutyVCPUs: (1, "vCPUs", "vCPUs that runtime monitoring of each detector watches")
    case .kmsRequests: (20_000, "requests", "requests with each key")
    case .kmsRotations: (0, "rotations", "rotations of each key so far; the first two raise its price")
    case .lambdaDuration: (200, "ms", "duration of one invocation of each function")
    case .lambdaRequests: (100_000, "requests", "invocations of each function")
    case .loadBalancerCapacityUnits: (1, "units", "capacity units of each load balancer, on average over the month")
    case .loadBalancerTransfer: (10, "GB", "data sent by each internet-facing load balancer to the internet")
    case .logsDelivered: (2, "GB", "logs that each delivery writes to S3")
    case .logsIngested: (1, "GB", "logs written to each log group")
    case .logsStored: (2, "GB", "compressed logs that each log group keeps, on average over the month")
    case .macieBuckets: (5, "buckets", "buckets that each Macie session watches")
    case .macieInspected: (1, "GB", "data that each Macie session inspects")
    case .natData: (10, "GB", "data through each NAT gateway")
    case .rdsBackup: (0, "GB", "backup storage of each instance beyond the size of its database")
    case .route53Queries: (1_000_000, "queries", "queries of each hosted zone")
    case .s3Reads: (100_000, "requests", "GET and similar requests to each bucket")
    case .s3Storage: (10, "GB", "objects of each bucket in standard storage, on average over the month")
    case .s3Writes: (10_000, "requests", "PUT, COPY, POST and LIST requests to each bucket")
    case .scheduledInvocations: (100, "invocations", "invocations of each schedule")
    case .secretReads: (10_000, "requests", "requests for each secret")
    case .securityHubChecks: (5_000, "checks", "security checks of each hub")
    case .snsNotifications: (1_000, "notifications", "notifications to each subscription")
    case .sqsRequests: (100_000, "requests", "requests to each queue")
    case .transitGatewayData: (10, "GB", "data from each attachment of a transit gateway")
    case .wafRequests: (1_000_000, "requests", "requests that each web ACL inspects")
    }
  }
}
