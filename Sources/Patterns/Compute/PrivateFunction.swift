public import StrataAWS
public import StrataLanguage

/// A function inside of a network: encrypted, traced, with a limit of its own and a queue for what it could not do.
///
/// Creates a `Lambda.Function` with its role, an encrypted log group and an encrypted `SQS.Queue` for failed invocations. The key's policy must
/// cover log groups named `/aws/lambda/…`.
///
/// To deviate: `concurrency` is the number of invocations at a time that are kept for the function and that it cannot exceed.
@Component
public final class PrivateFunction: ResourceStandIn {
  public let id: String
  let name: String
  /// The source of the function, at most 4 MB: a module `index` with a function `handler`.
  let code: String
  let runtime: Lambda.Function.Runtime
  let key: any StrataLanguage.Reference<KMS.Key>
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  let environment: [String: any Input<String>]
  let permissions: [Statement]
  var timeout = 60
  var memory = 256
  var concurrency = 10

  public lazy var logs = EncryptedLogGroup("logs", name: "/aws/lambda/\(name)", key: key, retention: .years(1))

  public lazy var failures = SQS.Queue(
    "failures", kmsMasterKeyId: key, messageRetentionPeriod: 1_209_600, queueName: "\(name)-failures")

  public lazy var role = ServiceRole("role", for: "lambda", checksAccount: false) {
    Allow("logs:CreateLogStream", "logs:PutLogEvents", on: logs.arn)
    // Network interfaces have no ARN before they are made (AWS Lambda Developer Guide, "Giving Lambda functions access to resources in a VPC").
    Allow(
      "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DeleteNetworkInterface",
      "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses", on: "*")
    Allow("xray:PutTraceSegments", "xray:PutTelemetryRecords", on: "*")
    Allow("sqs:SendMessage", on: failures.arn)
    permissions
  }

  public lazy var function = Lambda.Function(
    "function", code: .init(zipFile: code), role: role, deadLetterConfig: .init(targetArn: failures.arn),
    environment: environment.isEmpty ? nil : .init(variables: environment.mapValues { Document($0) }), functionName: name,
    handler: "index.handler", kmsKeyArn: key,
    loggingConfig: .init(logFormat: .json, logGroup: logs), memorySize: memory, reservedConcurrentExecutions: concurrency,
    runtime: runtime, timeout: timeout, tracingConfig: .init(mode: .active),
    vpcConfig: .init(securityGroupIds: securityGroups, subnetIds: subnets))

  public var resource: Lambda.Function { function }
}
