/// A range of IPv4 addresses.
struct AddressRange: Equatable {
  let first: UInt32
  let prefix: Int

  /// Reads `10.0.0.0/16`; `nil` for other text.
  init?(_ text: String) {
    var parts: [UInt32] = []
    var current: UInt32?
    var prefix: UInt32?
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        current = (current ?? 0) * 10 + UInt32(byte - 48)
        if (current ?? 0) > 255 { return nil }
      case UInt8(ascii: "."), UInt8(ascii: "/"):
        guard let value = current, parts.count < 4 else { return nil }
        parts.append(value)
        current = nil
      default: return nil
      }
    }
    prefix = current
    guard parts.count == 4, let prefix, prefix <= 32 else { return nil }
    self.prefix = Int(prefix)
    let address = parts.reduce(0) { $0 << 8 | $1 }
    first = prefix == 0 ? 0 : address & (UInt32.max << (32 - prefix))
  }

  var last: UInt32 { prefix == 32 ? first : first | (UInt32.max >> UInt32(prefix)) }

  func contains(_ other: AddressRange) -> Bool { other.first >= first && other.last <= last }

  func overlaps(_ other: AddressRange) -> Bool { first <= other.last && other.first <= last }
}
