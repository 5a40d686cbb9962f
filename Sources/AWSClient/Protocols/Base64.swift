/// Base64 with padding, as every protocol writes blobs (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// The text of some bytes.
  static func encode(_ bytes: some Collection<UInt8>) -> String { String(decoding: encodedBytes(bytes), as: UTF8.self) }

  /// The text of some bytes, as bytes.
  static func encodedBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var filled = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      filled += 1
      if filled == 3 {
        for shift in [18, 12, 6, 0] as [UInt32] { result.append(alphabet[Int(group >> shift & 63)]) }
        group = 0
        filled = 0
      }
    }
    if filled == 1 {
      result += [alphabet[Int(group >> 2 & 63)], alphabet[Int(group << 4 & 63)], padding, padding]
    } else if filled == 2 {
      result += [alphabet[Int(group >> 10 & 63)], alphabet[Int(group >> 4 & 63)], alphabet[Int(group << 2 & 63)], padding]
    }
    return result
  }

  /// The bytes of a text; white space within is skipped, padding may be missing; nil for anything else.
  static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var group: UInt32 = 0
    var filled = 0
    var isPadded = false
    for byte in text {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      case padding:
        isPadded = true
        continue
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return nil
      }
      guard !isPadded else { return nil }
      group = group << 6 | UInt32(digit)
      filled += 1
      if filled == 4 {
        result += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
        group = 0
        filled = 0
      }
    }
    switch filled {
    case 0: break
    case 2: result.append(UInt8(group >> 4 & 255))
    case 3: result += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
    default: return nil
    }
    return result
  }
}
