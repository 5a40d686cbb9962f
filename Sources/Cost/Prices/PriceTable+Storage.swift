import StrataModel

extension PriceTable {
  private static let s3 = "https://aws.amazon.com/s3/pricing/"
  private static let ecr = "https://aws.amazon.com/ecr/pricing/"
  private static let backup = "https://aws.amazon.com/backup/pricing/"

  /// Objects, images, backups.
  static let storagePrices: [Price] = [
    Price("s3.storage", 0.023, "GB-month", source: s3),
    Price("s3.writes", 0.005, per: 1_000, "request", source: s3),
    Price("s3.reads", 0.0004, per: 1_000, "request", source: s3),
    Price("ecr.storage", 0.10, "GB-month", source: ecr),
    Price("backup.storage", 0.05, "GB-month", source: backup),
    Price("backup.restore-tests", 1.50, "test", source: backup),
  ]
}
