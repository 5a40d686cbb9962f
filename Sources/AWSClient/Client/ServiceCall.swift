/// One call with its attempts.
///
/// The request is encoded once: a token in it stays the same however often it is sent.
struct ServiceCall {
  let client: AWSClient
  let service: ServiceDescription
  let operation: String
  let input: AWSValue
  /// Changes once when S3 says that a bucket lives elsewhere.
  var region: String
  var throttling: ThrottlingRetries

  private var corrections: Set<Correction> = []
  /// Whether an attempt that failed may have been executed: then the whole call may have been.
  private var mayHaveExecuted = false
  private var attempt = 1
  private var tokensSpent = 0

  /// What is repaired once and then repeated without counting as a repetition.
  private enum Correction { case clock, credentials, region }

  init(client: AWSClient, service: ServiceDescription, operation: String, input: AWSValue, region: String) {
    self.client = client
    self.service = service
    self.operation = operation
    self.input = input
    self.region = region
    throttling = AWSClient.completesObject ? .all : client.configuration.retriesThrottling
    // Web ACLs of CloudFront live in one region: https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html
    if service.name == "wafv2", input["Scope"]?.string == "CLOUDFRONT" { self.region = Partition.of(region: region).globalRegion }
  }

  /// Makes attempts until one succeeds, or the error is final.
  mutating func run() async throws(AWSError) -> AWSAnswer {
    guard Partition.isHostLabel(region) else {
      throw AWSError(.invalidInput, "'\(region)' is no name of a region", service: service.name, operation: operation)
    }
    let encoded = try client.coder.encode(service.name, operation, input, endpoint: resolvedEndpoint.endpoint)
    // A bucket is created where the caller says, wherever one of its name was before.
    let bucket = service.usesS3Rules && operation != "CreateBucket" ? encoded.bucket : nil
    let isRead = RetryDecision.isRead(service.name, operation, method: encoded.request.method)
    // STS only gives credentials out: asking twice changes nothing.
    let isIdempotent =
      encoded.isIdempotent && (client.configuration.trustsTokens || isRead) || service.name == "sts"
      || AWSClient.completesObject && encoded.isSetting
    if let bucket, let known = client.state.region(ofBucket: bucket) { region = known }
    while true {
      if Task.isCancelled { throw completed(AWSError(.network, "cancelled before it was sent")) }
      try await waitForRate()
      let sent: Attempt
      do throws(AWSError) { sent = try await Attempt.prepared(encoded, for: self, at: resolvedEndpoint) } catch { throw completed(error) }
      let outcome = await sent.outcome(for: self)
      learn(outcome.error)
      guard var error = outcome.error else {
        client.state.quota { [tokensSpent] quota in quota.succeed(spent: tokensSpent) }
        return AWSAnswer(outcome.output, servedAt: outcome.response?.header("Date").flatMap(CalendarTime.seconds(httpDate:)))
      }
      if error.execution == .unknown { mayHaveExecuted = true }
      if await correct(error, sent, outcome.response, bucket: bucket) { continue }
      error = explained(error, sent, outcome.response)
      guard attempt < client.configuration.maximumAttempts, !Task.isCancelled,
        RetryDecision.isRepeatable(error, isIdempotent: isIdempotent, isRead: isRead, throttling: throttling),
        await waitForRepetition(after: error)
      else { throw completed(error) }
      attempt += 1
    }
  }

  private var resolvedEndpoint: ResolvedEndpoint {
    let configuration = client.configuration
    return EndpointResolver.resolve(
      service, region: region, variant: EndpointVariant(isFIPS: configuration.usesFIPS, isDualStack: configuration.usesDualStack),
      overrides: configuration.endpoints)
  }

  // MARK: Waiting

  private func waitForRate() async throws(AWSError) {
    guard client.configuration.retryMode == .adaptive else { return }
    let seconds = client.state.rate { $0.take(at: client.clock.now) }
    guard seconds > 0 else { return }
    do throws(CancellationError) { try await client.clock.sleep(milliseconds: Int((seconds * 1000).rounded(.up))) } catch {
      throw completed(AWSError(.network, "cancelled before it was sent"))
    }
  }

  /// Waits before a repetition; `false` where the quota is spent or the task was cancelled meanwhile.
  private mutating func waitForRepetition(after error: AWSError) async -> Bool {
    let isTimeout = error.kind == .network
    guard let tokens = client.state.quota({ $0.take(afterTimeout: isTimeout) }) else { return false }
    tokensSpent = tokens
    let wait = RetryDelay.milliseconds(afterAttempt: attempt, chance: client.chance(), asked: error.retryAfter)
    do throws(CancellationError) {
      try await client.clock.sleep(milliseconds: wait)
      return true
    } catch {
      return false
    }
  }

  private func learn(_ error: AWSError?) {
    guard client.configuration.retryMode == .adaptive else { return }
    let now = client.clock.now
    client.state.rate { $0.learn(throttled: error?.kind == .throttled, at: now) }
  }

  // MARK: Repairing

  /// Repairs what made the service refuse the attempt, once for each reason; `true` where it is worth sending again.
  private mutating func correct(_ error: AWSError, _ sent: Attempt, _ response: HTTPResponse?, bucket: String?) async -> Bool {
    guard error.execution == .notExecuted, let response else { return false }
    if let difference = ClockSkew.difference(error, date: response.header("Date"), signedAt: sent.signedAt) {
      guard corrections.insert(.clock).inserted else { return false }
      client.state.clockOffset = sent.signedAt + difference - client.clock.now
      return true
    }
    if let credentials = sent.credentials, Attempt.saysExpired(error) {
      guard corrections.insert(.credentials).inserted else { return false }
      await client.credentials.discard(credentials)
      guard let renewed = try? await client.credentials.credentials() else { return false }
      return renewed != credentials
    }
    if let bucket, [301, 307, 400].contains(response.status),
      let elsewhere = response.header("x-amz-bucket-region"), elsewhere != region, Partition.isHostLabel(elsewhere)
    {
      guard corrections.insert(.region).inserted else { return false }
      client.state.setRegion(elsewhere, ofBucket: bucket)
      region = elsewhere
      return true
    }
    return false
  }

  // MARK: Explaining

  private func explained(_ error: AWSError, _ sent: Attempt, _ response: HTTPResponse?) -> AWSError {
    var error = error
    if let difference = ClockSkew.difference(error, date: response?.header("Date"), signedAt: sent.signedAt) {
      error.kind = .credentials
      error.message += "; the clock of this machine is off by \(ClockSkew.words(difference)), set it"
    } else if ClockSkew.isDefinite(error) {
      error.kind = .credentials
      error.message += "; the clock of this machine is off, set it"
    } else if Attempt.saysExpired(error) {
      error.kind = .credentials
      error.message += "; the credentials have expired, renew them (for a sign-in: aws sso login)"
    }
    return error
  }

  /// An error with what only the call as a whole knows.
  private func completed(_ error: AWSError) -> AWSError {
    var error = error
    error.service = service.name
    error.operation = operation
    if mayHaveExecuted { error.execution = .unknown }
    return error
  }
}
