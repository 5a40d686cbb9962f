import StrataModel

/// Damages bytes in ways that disks, editors, merges and malice do; the same way for the same seed.
struct Mutation {
  private var chance: Chance

  init(seed: UInt64) { chance = Chance(seed: seed) }

  /// Numbers and texts that readers stumble over.
  private static let extremes = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e999", "-1", "0.5", "1e-400", "null", "\"\"", "[]", "{}",
    "true",
    "\"\\u0000\"", "\"\\ud800\"", String(repeating: "[", count: 300), "{\"$ref\":[\"a/b\",\"C\"]}", "{\"$\":1}", "9999999999999999",
  ].map { Array($0.utf8) }

  /// A damaged copy.
  ///
  /// - Parameter other: bytes of the same kind, of which parts are taken.
  mutating func damaged(_ bytes: [UInt8], other: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...chance.below(3) { apply(to: &result, other) }
    return result
  }

  private mutating func apply(to bytes: inout [UInt8], _ other: [UInt8]) {
    let start = chance.below(bytes.count + 1)
    let length = min(chance.below(chance.below(2) == 0 ? 8 : 400), bytes.count - start)
    switch chance.below(11) {
    case 0 where start < bytes.count: bytes[start] ^= 1 << UInt8(chance.below(8))
    case 1 where start < bytes.count: bytes[start] = UInt8(truncatingIfNeeded: chance.next())
    case 2: bytes.removeSubrange(start..<(start + length))
    case 3: bytes.insert(contentsOf: (0..<length).map { _ in UInt8(truncatingIfNeeded: chance.next()) }, at: start)
    case 4: bytes.removeSubrange(start...)
    case 5: bytes.insert(contentsOf: bytes[start..<(start + length)], at: chance.below(bytes.count + 1))
    case 6:
      let from = chance.below(other.count + 1)
      let count = min(chance.below(300), other.count - from)
      bytes.replaceSubrange(start..<(start + length), with: other[from..<(from + count)])
    case 7: for index in start..<(start + length) { bytes[index] = 0 }
    case 8, 9: replaceValue(in: &bytes, from: start)
    default: removeField(of: &bytes, from: start)
    }
  }

  /// Puts an extreme in the place of a JSON value.
  private mutating func replaceValue(in bytes: inout [UInt8], from start: Int) {
    guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")) else { return }
    let begin = colon + 1
    let end = bytes[begin...].firstIndex { [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains($0) } ?? bytes.endIndex
    bytes.replaceSubrange(begin..<end, with: Self.extremes[chance.below(Self.extremes.count)])
  }

  /// Takes a field out of a JSON object.
  private mutating func removeField(of bytes: inout [UInt8], from start: Int) {
    guard let comma = bytes[start...].firstIndex(of: UInt8(ascii: ",")) else { return }
    let end = bytes[(comma + 1)...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.endIndex
    bytes.removeSubrange(comma..<end)
  }
}
