/// A name without case and punctuation, so that `KmsKeyId`, `kmsKeyId` and `KMSKeyId` are one.
struct FoldedName: Hashable, Sendable {
  let text: String

  init(_ name: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      default: break
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
