/// The CRC-32C checksum (Castagnoli polynomial, RFC 3720 appendix B.4), eight bytes at a time.
enum CRC32C {
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
      tables[byte] = value
    }
    for byte in 0..<256 {
      for table in 1..<8 {
        let below = tables[(table - 1) * 256 + byte]
        tables[table * 256 + byte] = below >> 8 ^ tables[Int(below & 0xFF)]
      }
    }
    return tables
  }()

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { buffer in tables.withUnsafeBufferPointer { checksum(buffer, $0) } }
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer, _ tables: UnsafeBufferPointer<UInt32>) -> UInt32 {
    var crc: UInt32 = ~0
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ UInt64(crc)
      crc =
        tables[1792 &+ Int(word & 0xFF)] ^ tables[1536 &+ Int(word >> 8 & 0xFF)] ^ tables[1280 &+ Int(word >> 16 & 0xFF)]
        ^ tables[1024 &+ Int(word >> 24 & 0xFF)] ^ tables[768 &+ Int(word >> 32 & 0xFF)] ^ tables[512 &+ Int(word >> 40 & 0xFF)]
        ^ tables[256 &+ Int(word >> 48 & 0xFF)] ^ tables[Int(word >> 56)]
      offset &+= 8
    }
    while offset < bytes.count {
      crc = crc >> 8 ^ tables[Int((crc ^ UInt32(bytes[offset])) & 0xFF)]
      offset &+= 1
    }
    return ~crc
  }
}
