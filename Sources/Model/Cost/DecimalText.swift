/// Decimal notation of numbers that are kept as whole small units.
enum DecimalText {
  /// The text of `units` of which ten to the power of `decimals` make one, with at least a number of decimals.
  static func text(of units: Int, decimals: Int, atLeast minimum: Int) -> String {
    var digits = String(units.magnitude)
    if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
    let whole = digits.dropLast(decimals)
    var fraction = String(digits.suffix(decimals))
    while fraction.count > minimum, fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The units of a text; `nil` where it is no decimal number, has too many decimals, or is too large.
  static func units(of text: String, decimals: Int) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    guard let whole = parts.first, !whole.isEmpty, fraction.count <= decimals, parts.count == 1 || !fraction.isEmpty,
      (whole + fraction).utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let digits = whole + fraction + String(repeating: "0", count: decimals - fraction.count)
    return Int((isNegative ? "-" : "") + digits)
  }

  /// The units of a number that stands in a program; what is no number is none, and what is too large stays at the limit.
  static func units(of value: Double, per one: Double) -> Int {
    let units = (value * one).rounded()
    guard units.isFinite else { return 0 }
    return Int(exactly: units) ?? (units < 0 ? .min : .max)
  }

  /// A number divided and rounded, halves away from zero.
  static func rounded(_ number: Int, by divisor: Int) -> Int {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
    return quotient + (number < 0 ? -1 : 1)
  }
}
