import Strata
import Testing

@Suite("Retention")
struct RetentionTests {
  @Test(
    "Years have all the leap days that they can contain, so that nothing expires before its lock does",
    arguments: [
      (1, 366), (2, 731), (4, 1461), (5, 1827), (7, 2557), (10, 3653),
    ])
  func days(years: Int, days: Int) {
    #expect(Retention.years(years).days == days)
  }

  @Test(
    "A log group keeps its entries for the next length that CloudWatch Logs offers",
    arguments: [
      (1, 400), (2, 731), (3, 1096), (7, 2557), (9, 3288),
    ])
  func logDays(years: Int, days: Int) {
    #expect(Retention.years(years).logDays == days)
  }
}
