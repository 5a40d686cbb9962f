/// Prices by name and region, as of a day.
public struct PriceTable: Sendable {
  /// The day of the table, in the form `2025-06-30`.
  public var date: String
  public var prices: [Price]

  private let index: [String: [Price]]

  /// Creates a table.
  public init(date: String, prices: [Price]) {
    self.date = date
    self.prices = prices
    index = Dictionary(grouping: prices, by: \.id)
  }

  /// AWS's list prices in US dollars, on demand, without free tiers, commitments, credits or taxes.
  ///
  /// The table was written down without asking the pages that it names, so its entries are marked unverified. To verify one, compare it with its
  /// page and write the day there.
  public static let aws = PriceTable(
    date: "2025-06-30",
    prices: computePrices + databasePrices + storagePrices + networkPrices + securityPrices + managementPrices + applicationPrices)

  /// A price in a region; `nil` where there is none.
  public func price(_ id: String, in region: String) -> Price? {
    index[id]?.first { $0.regions.isEmpty || $0.regions.contains(region) }
  }

  /// Whether there is a price of a name in any region.
  public func contains(_ id: String) -> Bool { index[id] != nil }
}
