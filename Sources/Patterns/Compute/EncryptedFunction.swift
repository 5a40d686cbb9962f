public import StrataAWS
public import StrataLanguage

/// A function of a few lines whose environment variables and logs are encrypted with a customer-managed key.
///
/// Creates a `Lambda.Function`, its `Logs.LogGroup` before Lambda would make one without a key, and the role that it runs as: it may write
/// its log, decrypt its variables, and do what `permissions` says. The key must let CloudWatch Logs in for `/aws/lambda/NAME`. Variables are
/// for configuration; a secret goes in as its ARN.
///
/// To deviate: `seconds` and `megabytes`; `concurrency` is how many run at once, and what keeps a loop from costing a fortune.
@Component
public final class EncryptedFunction: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  let environment: [String: any Input<String>]
  let permissions: [Statement]
  /// The source text, with the function `handler(event, context)`; at most 4 MB.
  let code: String
  var runtime: Lambda.Function.Runtime = "python3.13"
  var seconds = 30
  var megabytes = 128
  var concurrency = 5

  public lazy var logs = EncryptedLogGroup("logs", name: "/aws/lambda/\(name)", key: key)

  /// Lambda does not say for whom it assumes a role, so the trust has no condition on the account (unverified).
  public lazy var role = ServiceRole("role", for: "lambda", checksAccount: false) {
    Allow("logs:CreateLogStream", "logs:PutLogEvents", on: logs.arn)
    Allow("xray:PutTraceSegments", "xray:PutTelemetryRecords", on: "*")
    Allow("kms:Decrypt", on: Value<String>(propertyValue: key.reference(to: "Arn")))
    permissions
  }

  public lazy var function = Lambda.Function(
    "function", code: .init(zipFile: code), role: role,
    environment: .init(variables: environment.mapValues { Document($0) }), functionName: name, handler: "index.handler",
    kmsKeyArn: key, loggingConfig: .init(logFormat: "JSON", logGroup: logs), memorySize: megabytes,
    reservedConcurrentExecutions: concurrency, runtime: runtime, timeout: seconds, tracingConfig: .init(mode: .active))

  public var resource: Lambda.Function { function }

  /// The function's ARN.
  public var arn: Value<String> { Value(function.arn) }
}
