import StrataModel

/// A short digest of a request, stable across processes (FNV-1a, 64 bits); it tells repeats of a token apart, and keeps no secret.
enum RequestDigest {
  static func digest(_ properties: PropertyObject, without writeOnly: [[String]]) -> UInt64 {
    var shown = properties
    for path in writeOnly { shown.remove(path[...]) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in JSONWriter.text(of: .object(shown)).utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01B3
    }
    return hash
  }
}
