/// Random UUIDs of version 4 (RFC 9562) in lowercase, as AWS writes request tokens.
enum RandomIdentifier {
  static func make() -> String { text(of: UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max)) }

  /// The UUID with the given random bits; those of version and variant are set.
  static func text(of high: UInt64, _ low: UInt64) -> String {
    let digits = hexadecimal(high & ~0xF000 | 0x4000) + hexadecimal(low & ~(0b11 << 62) | 0b10 << 62)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
