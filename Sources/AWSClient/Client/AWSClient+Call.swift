extension AWSClient {
  /// Whether the calls of the current task complete an object that their caller has just made.
  ///
  /// Nobody else repeats such a call: a creation that fails in its second call is left in part until the next deployment. So these are
  /// repeated when a service throttles them, and those that write whole values also when their outcome is unknown.
  @TaskLocal public static var completesObject = false

  /// Calls an operation and brings its output.
  ///
  /// - Parameters:
  ///   - service: the service's name, for example `kms`, `elbv2` or `iam`.
  ///   - operation: the operation's name, for example `CreateKey`.
  ///   - input: the members of the operation's input.
  ///   - region: another region than the client's.
  ///   - retriesThrottling: another choice than the configuration's.
  /// - Throws: ``AWSError``, whose `execution` tells whether the service may have executed the call in one of its attempts.
  public func call(
    _ service: String, _ operation: String, _ input: AWSValue = [:], region: String? = nil, retriesThrottling: ThrottlingRetries? = nil
  ) async throws(AWSError) -> AWSValue {
    try await exchange(service, operation, input, region: region, retriesThrottling: retriesThrottling).output
  }

  /// Calls an operation and brings its output with the time at which the service answered.
  ///
  /// - Throws: ``AWSError``, as ``call(_:_:_:region:retriesThrottling:)`` does.
  public func exchange(
    _ service: String, _ operation: String, _ input: AWSValue = [:], region: String? = nil, retriesThrottling: ThrottlingRetries? = nil
  ) async throws(AWSError) -> AWSAnswer {
    guard let description = coder.service(service) else {
      throw AWSError(.invalidInput, "there is no model of the service '\(service)'", service: service, operation: operation)
    }
    var call = ServiceCall(client: self, service: description, operation: operation, input: input, region: region ?? configuration.region)
    if let retriesThrottling { call.throttling = retriesThrottling }
    return try await call.run()
  }

  /// Who the credentials belong to, from `sts:GetCallerIdentity`, which needs no permission.
  public func callerIdentity() async throws(AWSError) -> CallerIdentity {
    let output = try await call("sts", "GetCallerIdentity")
    guard let account = output["Account"]?.string, let arn = output["Arn"]?.string, let userID = output["UserId"]?.string else {
      throw AWSError(
        .malformedResponse, "the answer of STS names nobody", service: "sts", operation: "GetCallerIdentity", status: 200)
    }
    return CallerIdentity(account: account, arn: arn, userID: userID)
  }
}
