/// How a stack's type name becomes the first segment of its resources' addresses.
enum StackIdentifier {
  /// The name in kebab case without the suffix `Stack`: `NetworkStack` is `network`, `VPCPeeringStack` is `vpc-peering`.
  static func make(fromTypeName name: String) -> String {
    var bytes = Array(name.utf8.prefix { $0 != UInt8(ascii: "<") })
    let suffix = Array("Stack".utf8)
    if bytes.count > suffix.count, bytes.suffix(suffix.count).elementsEqual(suffix) { bytes.removeLast(suffix.count) }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if isUpper(byte) {
        let followsLower = index > 0 && !isUpper(bytes[index - 1]) && bytes[index - 1] != UInt8(ascii: "_")
        let endsAcronym = index > 0 && index + 1 < bytes.count && isUpper(bytes[index - 1]) && isLower(bytes[index + 1])
        if followsLower || endsAcronym { result.append(UInt8(ascii: "-")) }
        result.append(byte + 32)
      } else {
        result.append(byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
