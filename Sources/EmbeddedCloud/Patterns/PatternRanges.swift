/// Sets of characters that regular expressions name.
enum PatternRanges {
  static let digits: [ClosedRange<UInt32>] = [48...57]
  static let word: [ClosedRange<UInt32>] = [48...57, 65...90, 95...95, 97...122]
  static let space: [ClosedRange<UInt32>] = [9...13, 32...32, 160...160]
  /// Every character but line ends.
  static let any: [ClosedRange<UInt32>] = [0...9, 11...12, 14...0x10FFFF]

  /// All characters that are not in the ranges.
  static func inverted(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return result
  }

  /// The ASCII part, and the letters beyond, of a Unicode property; enough to make and to recognize texts that AWS's examples show.
  static func property(_ name: String) -> [ClosedRange<UInt32>] {
    switch name.first {
    case "L": [65...90, 97...122, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x1FFF, 0x3040...0xD7FF]
    case "N": [48...57, 0x660...0x669, 0xB2...0xB3]
    case "P": [33...35, 37...42, 44...47, 58...59, 63...64, 91...93, 95...95, 123...123, 125...125, 0xA1...0xA1, 0x2010...0x2027]
    case "S": [36...36, 43...43, 60...62, 94...94, 96...96, 124...124, 126...126, 0x20A0...0x20BF]
    case "Z": [32...32, 160...160, 0x2028...0x2029]
    case "M": [0x300...0x36F]
    case "C": [0...31, 127...159]
    default: [32...126]
    }
  }

  static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
    for range in ranges where range.contains(value) { return true }
    return false
  }
}
