public import StrataModel

/// What a unit of something costs, and how that is known.
public struct Price: Sendable, Hashable {
  /// Whether somebody has compared a price with its page.
  public enum Verification: Sendable, Hashable {
    /// Compared on a day, in the form `2025-06-01`.
    case verified(on: String)
    /// Written down from knowledge; the page has not been asked.
    case unverified
  }

  /// A stable name, for example `kms.key`.
  public var id: String

  /// What `count` units cost.
  public var amount: Money

  /// How many units ``amount`` buys, so that prices such as $0.40 for a million requests stay exact.
  public var count: Int

  /// The unit, in the singular: `GB-month`.
  public var unit: String

  /// The regions where it holds; empty for all regions of the partition `aws`, and for what has no region.
  public var regions: [String]

  /// The day from which it holds, as far as known, in the form `2025-06`.
  public var effective: String

  /// The page that says so.
  public var source: String

  public var verification: Verification

  /// Creates a price.
  public init(
    _ id: String, _ amount: Money, per count: Int = 1, _ unit: String, in regions: [String] = Price.commercialRegions,
    effective: String = "2025-06", source: String, _ verification: Verification = .unverified
  ) {
    self.id = id
    self.amount = amount
    self.count = count
    self.unit = unit
    self.regions = regions
    self.effective = effective
    self.source = source
    self.verification = verification
  }

  /// The regions with the prices of Northern Virginia: Ohio and Oregon have the same ones for everything in the table.
  public static let commercialRegions = ["us-east-1", "us-east-2", "us-west-2"]

  /// The price as text: `$0.40 per 1,000,000 requests`.
  public var text: String {
    "$\(amount.decimalText) per " + (count == 1 ? unit : "\(Quantity(count)) \(unit)s")
  }
}
