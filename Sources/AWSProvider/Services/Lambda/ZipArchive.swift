/// An archive of one file, stored without compression (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
///
/// The bytes depend on nothing but the file, so that equal code has an equal checksum.
enum ZipArchive {
  static func bytes(of content: [UInt8], named name: String) -> [UInt8] {
    let nameBytes = Array(name.utf8)
    // Version 2.0, names in UTF-8, stored, 1 January 1980.
    var description: [UInt8] = word(20) + word(0x0800) + word(0) + word(0) + word(0x21)
    description += long(checksum(of: content)) + long(UInt32(content.count)) + long(UInt32(content.count))
    description += word(UInt16(nameBytes.count)) + word(0)
    let file = long(0x0403_4b50) + description + nameBytes + content

    // Made on Unix; no comment; a plain file that everyone may read.
    let madeBy = word(0x0314)
    var entry = long(0x0201_4b50) + madeBy + description + word(0) + word(0) + word(0)
    entry += long(0o100_644 << 16) + long(0) + nameBytes
    let end =
      long(0x0605_4b50) + word(0) + word(0) + word(1) + word(1) + long(UInt32(entry.count)) + long(UInt32(file.count)) + word(0)
    return file + entry + end
  }

  /// CRC-32 with the polynomial of ISO 3309.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }

  private static func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8)] }

  private static func long(_ value: UInt32) -> [UInt8] { word(UInt16(value & 0xffff)) + word(UInt16(value >> 16)) }
}
