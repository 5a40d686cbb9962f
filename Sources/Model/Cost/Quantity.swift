/// How much of something is used, exact to a millionth.
public struct Quantity: Sendable, Hashable {
  /// Millionths of a unit.
  public var millionths: Int

  static let unitsPerOne = 1_000_000

  /// Creates a quantity from millionths of a unit.
  public init(millionths: Int) { self.millionths = millionths }

  /// Creates a quantity of whole units.
  public init(_ count: Int) {
    let (product, overflow) = count.multipliedReportingOverflow(by: Self.unitsPerOne)
    millionths = overflow ? (count < 0 ? .min : .max) : product
  }

  /// Reads decimal notation, for example `0.25`.
  ///
  /// - Returns: `nil` for text that is no decimal number, or has more than six decimals.
  public init?(parsing text: String) {
    guard let units = DecimalText.units(of: text, decimals: 6) else { return nil }
    millionths = units
  }

  /// Nothing.
  public static let zero = Quantity(millionths: 0)

  /// The quantity in decimal notation, with thousands apart where it is whole: `730`, `0.25`, `1,000,000`.
  public var text: String {
    let plain = decimalText
    guard millionths % Self.unitsPerOne == 0 else { return plain }
    let digits = plain.drop { $0 == "-" }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (millionths < 0 ? "-" : "") + grouped
  }

  /// The quantity in plain decimal notation, for programs.
  public var decimalText: String { DecimalText.text(of: millionths, decimals: 6, atLeast: 0) }
}

extension Quantity: AdditiveArithmetic, Comparable, CustomStringConvertible {
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    let (sum, overflow) = left.millionths.addingReportingOverflow(right.millionths)
    return Quantity(millionths: overflow ? (left.millionths < 0 ? .min : .max) : sum)
  }

  public static func - (left: Quantity, right: Quantity) -> Quantity {
    let (difference, overflow) = left.millionths.subtractingReportingOverflow(right.millionths)
    return Quantity(millionths: overflow ? (left.millionths < 0 ? .min : .max) : difference)
  }

  /// The product, rounded to a millionth.
  public static func * (left: Quantity, right: Quantity) -> Quantity {
    // The same rounding and the same limits as prices have.
    Quantity(millionths: Money(nanodollars: left.millionths).price(of: right).nanodollars)
  }

  public static func < (left: Quantity, right: Quantity) -> Bool { left.millionths < right.millionths }

  public var description: String { text }
}

extension Quantity: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a quantity as it stands in a program, rounded to a millionth.
  public init(floatLiteral value: Double) { millionths = DecimalText.units(of: value, per: Double(Self.unitsPerOne)) }
  public init(integerLiteral value: Int) { self.init(value) }
}
