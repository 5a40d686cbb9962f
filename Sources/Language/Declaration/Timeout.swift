/// How long a deployment waits for an operation.
public struct Timeout: Sendable, Hashable {
  /// At least one.
  public let seconds: Int

  private init(_ seconds: Int, times unit: Int) {
    let (product, isTooLarge) = seconds.multipliedReportingOverflow(by: unit)
    self.seconds = isTooLarge ? .max / 1_000 : max(1, min(product, .max / 1_000))
  }

  /// A time in seconds.
  public static func seconds(_ seconds: Int) -> Timeout { Timeout(seconds, times: 1) }

  /// A time in minutes.
  public static func minutes(_ minutes: Int) -> Timeout { Timeout(minutes, times: 60) }

  /// A time in hours.
  public static func hours(_ hours: Int) -> Timeout { Timeout(hours, times: 3_600) }
}
