import ResourceCatalog
import Testing

@Suite("Days of the calendar")
struct CivilDateTests {
  @Test(
    "Days become dates and dates days, over leap years, centuries and the years before 1970",
    arguments: [
      (0, 1970, 1, 1), (-1, 1969, 12, 31), (11_016, 2000, 2, 29), (19_782, 2024, 2, 29), (47_541, 2100, 3, 1), (-719_528, 0, 1, 1),
      (2_932_896, 9999, 12, 31),
    ])
  func dates(_ days: Int, _ year: Int, _ month: Int, _ day: Int) {
    let date = CivilDate(daysSince1970: days)
    #expect(date == CivilDate(year: year, month: month, day: day))
    #expect(date.daysSince1970 == days)
  }

  @Test("Each day follows the one before", arguments: [-800_000, -146_097, 0, 10_000, 2_900_000])
  func succession(start: Int) {
    for days in start..<start + 1_500 {
      let date = CivilDate(daysSince1970: days)
      let next = CivilDate(daysSince1970: days + 1)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(date.daysSince1970 == days)
      #expect(next.day == date.day + 1 || next.day == 1 && CivilDate(year: date.year, month: date.month, day: date.day + 1) == nil)
    }
  }

  @Test(
    "Days that no month has are none", arguments: [(2023, 2, 29), (2100, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0)])
  func none(_ year: Int, _ month: Int, _ day: Int) { #expect(CivilDate(year: year, month: month, day: day) == nil) }

  @Test("A remainder is never negative")
  func division() {
    for value in -9...9 {
      let (quotient, remainder) = value.dividedDown(by: 4)
      #expect(quotient * 4 + remainder == value && (0..<4).contains(remainder))
    }
  }
}
