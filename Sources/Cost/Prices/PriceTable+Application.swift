import StrataModel

extension PriceTable {
  private static let sns = "https://aws.amazon.com/sns/pricing/"
  private static let sqs = "https://aws.amazon.com/sqs/pricing/"
  private static let events = "https://aws.amazon.com/eventbridge/pricing/"

  /// Messages and events.
  static let applicationPrices: [Price] = [
    Price("sns.email", 2, per: 100_000, "notification", source: sns),
    Price("sns.http", 0.06, per: 100_000, "notification", source: sns),
    Price("sqs.standard", 0.40, per: 1_000_000, "request", source: sqs),
    Price("sqs.fifo", 0.50, per: 1_000_000, "request", source: sqs),
    Price("scheduler.invocations", 1, per: 1_000_000, "invocation", source: events),
  ]
}
