/// US dollars, exact to a billionth of a dollar.
///
/// Prices go down to fractions of a millionth of a dollar (a request), so amounts are whole billionths: sums neither lose nor gain anything, in
/// whatever order they are made. Beyond about nine billion dollars an amount stays at the limit instead of overflowing.
public struct Money: Sendable, Hashable {
  /// Billionths of a dollar.
  public var nanodollars: Int

  /// Creates an amount from billionths of a dollar.
  public init(nanodollars: Int) { self.nanodollars = nanodollars }

  /// Nothing.
  public static let zero = Money(nanodollars: 0)

  /// Reads dollars in decimal notation, for example `3000` or `0.0225`.
  ///
  /// - Returns: `nil` for text that is no decimal number, or has more than nine decimals.
  public init?(parsing text: String) {
    guard let units = DecimalText.units(of: text, decimals: 9) else { return nil }
    nanodollars = units
  }

  /// The amount without a sign of its own.
  public var magnitude: Money { Money(nanodollars: nanodollars == .min ? .max : abs(nanodollars)) }

  /// The dollars in decimal notation with as many decimals as it takes, and two at least: `12.50`, `0.0000002`.
  public var decimalText: String { DecimalText.text(of: nanodollars, decimals: 9, atLeast: 2) }

  /// The dollars rounded to cents, with thousands apart: `$1,234.50`, `-$0.10`.
  public var text: String {
    let cents = DecimalText.rounded(nanodollars, by: 10_000_000)
    let digits = DecimalText.text(of: cents == .min ? .max : abs(cents), decimals: 2, atLeast: 2)
    let whole = digits.prefix { $0 != "." }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (cents < 0 ? "-$" : "$") + grouped + digits.dropFirst(whole.count)
  }

  /// The price of a quantity, where `self` buys `count` units; rounded to a billionth, halves away from zero.
  public func price(of quantity: Quantity, per count: Int = 1) -> Money {
    let divisor = Quantity.unitsPerOne.multipliedReportingOverflow(by: max(1, count))
    let product = nanodollars.magnitude.multipliedFullWidth(by: quantity.millionths.magnitude)
    let isNegative = (nanodollars < 0) != (quantity.millionths < 0)
    let limit = isNegative ? Int.min : Int.max
    guard !divisor.overflow, product.high < UInt(divisor.partialValue) else { return Money(nanodollars: limit) }
    let (quotient, remainder) = UInt(divisor.partialValue).dividingFullWidth(product)
    let rounded = remainder >= UInt(divisor.partialValue) - remainder ? quotient.addingReportingOverflow(1) : (quotient, false)
    guard !rounded.1, rounded.0 <= UInt(Int.max) else { return Money(nanodollars: limit) }
    return Money(nanodollars: isNegative ? -Int(rounded.0) : Int(rounded.0))
  }
}

extension Money: AdditiveArithmetic, Comparable, CustomStringConvertible {
  public static func + (left: Money, right: Money) -> Money {
    let (sum, overflow) = left.nanodollars.addingReportingOverflow(right.nanodollars)
    return Money(nanodollars: overflow ? (left.nanodollars < 0 ? .min : .max) : sum)
  }

  public static func - (left: Money, right: Money) -> Money {
    let (difference, overflow) = left.nanodollars.subtractingReportingOverflow(right.nanodollars)
    return Money(nanodollars: overflow ? (left.nanodollars < 0 ? .min : .max) : difference)
  }

  public static func < (left: Money, right: Money) -> Bool { left.nanodollars < right.nanodollars }

  public var description: String { text }
}

extension Money: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates an amount from dollars as they stand in a program, rounded to a billionth.
  public init(floatLiteral value: Double) { nanodollars = DecimalText.units(of: value, per: 1_000_000_000) }
  public init(integerLiteral value: Int) { self.init(dollars: value) }

  /// Creates an amount from whole dollars.
  public init(dollars: Int) {
    let (product, overflow) = dollars.multipliedReportingOverflow(by: 1_000_000_000)
    nanodollars = overflow ? (dollars < 0 ? .min : .max) : product
  }
}
