/// How long to wait before a repetition: exponential with full jitter, at most 20 seconds.
///
/// Source: "Exponential backoff and jitter", <https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>, with the bounds
/// of the standard mode.
enum RetryDelay {
  static let longest = 20_000
  private static let first = 1000

  /// Milliseconds to wait.
  ///
  /// - Parameters:
  ///   - attempt: the attempt that failed, from 1.
  ///   - chance: a number from 0 to below 1.
  ///   - asked: what the service asks for, in milliseconds; honoured up to 5 seconds more than the wait would have been.
  static func milliseconds(afterAttempt attempt: Int, chance: Double, asked: Int?) -> Int {
    let bound = min(longest, first << min(attempt - 1, 10))
    let wait = Int(Double(bound) * chance)
    guard let asked else { return wait }
    return max(wait, min(asked, wait + 5000))
  }
}
