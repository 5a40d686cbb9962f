/// Keeps credentials until shortly before they end, and gets new ones once for all calls that wait.
///
/// An actor, because asking the provider suspends, and the calls that arrive meanwhile must join the same request.
actor CredentialCache {
  /// Credentials are renewed this many seconds before they end.
  private static let margin = 300.0
  /// How long to keep usable credentials after a renewal failed or brought none that last longer, in seconds.
  private static let pause = 60.0

  private let provider: any CredentialProvider
  private let clock: any WallClock
  private var current: Credentials?
  private var renewal: Task<Result<Credentials?, AWSError>, Never>?
  private var renewedAt = -Double.infinity

  init(provider: any CredentialProvider, clock: any WallClock) {
    self.provider = provider
    self.clock = clock
  }

  /// Credentials that have not ended.
  ///
  /// - Throws: an error of the kind `credentials` where no source has any, or the provider's.
  func credentials() async throws(AWSError) -> Credentials {
    if let current, isFresh(current) { return current }
    do throws(AWSError) {
      guard let renewed = try await renew() else {
        throw AWSError(.credentials, "no AWS credentials: nothing is configured for \(provider.name)")
      }
      return renewed
    } catch {
      // A renewal that fails early is no reason to fail calls whose credentials still hold.
      if let current, let end = current.expiration, end > clock.now { return current }
      throw error
    }
  }

  /// Forgets credentials that a service refused as expired, unless they were replaced meanwhile.
  func discard(_ refused: Credentials) {
    guard current == refused else { return }
    current = nil
    renewedAt = -Double.infinity
  }

  private func isFresh(_ credentials: Credentials) -> Bool {
    guard let end = credentials.expiration else { return true }
    if end - clock.now > Self.margin { return true }
    return end > clock.now && clock.now - renewedAt < Self.pause
  }

  private func renew() async throws(AWSError) -> Credentials? {
    if let renewal { return try await renewal.value.get() }
    let provider = provider
    // Not a child of the first call's task: its cancellation must not fail the others.
    let task = Task { () -> Result<Credentials?, AWSError> in
      do throws(AWSError) { return .success(try await provider.credentials()) } catch { return .failure(error) }
    }
    renewal = task
    let result = await task.value
    renewal = nil
    renewedAt = clock.now
    if case .success(let renewed?) = result { current = renewed }
    return try result.get()
  }
}
