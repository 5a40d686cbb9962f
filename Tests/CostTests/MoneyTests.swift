import StrataModel
import Testing

@Suite("Money and quantities")
struct MoneyTests {
  @Test(
    "Text in decimal notation is read exactly",
    arguments: [("3000", 3_000_000_000_000), ("0.0225", 22_500_000), ("-1.5", -1_500_000_000), ("0.000000001", 1)])
  func parsing(text: String, nanodollars: Int) {
    #expect(Money(parsing: text) == Money(nanodollars: nanodollars))
  }

  @Test(
    "What is no decimal number, or too fine or too large, is refused",
    arguments: ["", "-", ".5", "5.", "1e3", "1,000", "$3", "0.0000000001", "99999999999999999999", "١"])
  func refused(text: String) {
    #expect(Money(parsing: text) == nil)
  }

  @Test("Sums do not depend on their order and lose nothing, unlike floating-point ones")
  func sums() {
    let tenths = Array(repeating: 0.1 as Money, count: 10_000)
    #expect(tenths.reduce(.zero, +) == 1_000)
    #expect(Array(repeating: 0.1, count: 10_000).reduce(0, +) != 1_000)
  }

  @Test("A price of a quantity is rounded once, halves away from zero")
  func prices() {
    // $0.03 for 10,000 requests.
    #expect((0.03 as Money).price(of: 20_000, per: 10_000) == 0.06)
    #expect((0.03 as Money).price(of: 1, per: 10_000) == Money(nanodollars: 3_000))
    #expect(Money(nanodollars: 1).price(of: 0.5) == Money(nanodollars: 1))
    #expect(Money(nanodollars: 1).price(of: 0.499999) == .zero)
    #expect(Money(nanodollars: -1).price(of: 0.5) == Money(nanodollars: -1))
    // 2 tasks of a quarter vCPU for a month.
    #expect((0.04048 as Money).price(of: 0.5 * 730) == 14.7752)
  }

  @Test("Amounts beyond what fits stay at the limit instead of ending the program")
  func limits() {
    let most = Money(nanodollars: .max)
    #expect(most + most == most)
    #expect(Money(nanodollars: .min) - most == Money(nanodollars: .min))
    #expect(most.price(of: Quantity(.max)) == most)
    #expect(most.price(of: Quantity(.max), per: .max) > .zero)
    #expect(Money(nanodollars: .min).magnitude == most)
    #expect(Money(dollars: .max) == most)
    #expect(Money(floatLiteral: .infinity) == .zero)
  }

  @Test("People read cents and thousands, programs every decimal")
  func text() {
    #expect((1_234.5 as Money).text == "$1,234.50")
    #expect((-0.1 as Money).text == "-$0.10")
    #expect((0.004 as Money).text == "$0.00")
    #expect((1_000_000 as Money).text == "$1,000,000.00")
    #expect((0.0000002 as Money).decimalText == "0.0000002")
    #expect((12 as Money).decimalText == "12.00")
    #expect((1_000_000 as Quantity).text == "1,000,000")
    #expect((0.25 as Quantity).text == "0.25")
  }
}
