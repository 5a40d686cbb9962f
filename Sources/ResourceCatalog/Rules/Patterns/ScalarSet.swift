/// A set of Unicode scalars as regular expressions write them: ASCII as bits, the rest as ranges and general categories.
struct ScalarSet: Sendable, Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  /// Scalars from 128 on.
  var ranges: [ClosedRange<UInt32>] = []
  /// General categories, by their position in `categoryNames`.
  var categories: UInt32 = 0
  /// Whether `ranges` and `categories` name what is not in the set.
  var isComplement = false

  static let everything: ScalarSet = {
    var set = ScalarSet()
    set.low = ~0
    set.high = ~0
    set.isComplement = true
    return set
  }()

  init() {}

  init(_ scalar: UInt32) { insert(scalar...scalar) }

  var hasBeyondASCII: Bool { isComplement || !ranges.isEmpty || categories != 0 }

  /// The only member, if it is one ASCII character.
  var singleASCII: UInt8? {
    guard !hasBeyondASCII, low.nonzeroBitCount + high.nonzeroBitCount == 1 else { return nil }
    return UInt8(low != 0 ? low.trailingZeroBitCount : 64 + high.trailingZeroBitCount)
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    var scalar = range.lowerBound
    while scalar <= min(range.upperBound, 127) {
      if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
      scalar += 1
    }
    guard range.upperBound > 127 else { return }
    ranges.append(max(range.lowerBound, 128)...range.upperBound)
    // Halves of UTF-16 pairs are how older expressions spell what lies beyond the basic plane.
    if range.upperBound >= 0xD800, range.lowerBound <= 0xDFFF, range.upperBound < 0x10000 { ranges.append(0x10000...0x10FFFF) }
  }

  mutating func insert(categories mask: UInt32) {
    categories |= mask
    for value in UInt32(0)..<128 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if mask >> Self.category(of: scalar) & 1 != 0 { insert(value...value) }
    }
  }

  mutating func formUnion(_ other: ScalarSet) {
    low |= other.low
    high |= other.high
    guard other.hasBeyondASCII else { return }
    if !hasBeyondASCII {
      ranges = other.ranges
      categories = other.categories
      isComplement = other.isComplement
    } else if isComplement || other.isComplement {
      // A superset, which only widens what is accepted; classes that mix both forms beyond ASCII do not occur.
      ranges = []
      categories = 0
      isComplement = true
    } else {
      ranges += other.ranges
      categories |= other.categories
    }
  }

  mutating func invert() {
    low = ~low
    high = ~high
    isComplement.toggle()
  }

  mutating func foldCase() {
    for letter in UInt64(0)..<26 {
      let upper: UInt64 = 1 << (1 + letter)
      let lower: UInt64 = 1 << (33 + letter)
      if high & (upper | lower) != 0 { high |= upper | lower }
    }
  }

  func intersects(_ other: ScalarSet) -> Bool {
    low & other.low != 0 || high & other.high != 0 || (hasBeyondASCII && other.hasBeyondASCII)
  }

  /// Whether a scalar from 128 on is in the set.
  func containsBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
    guard hasBeyondASCII else { return false }
    var found = false
    for range in ranges where range.contains(scalar.value) { found = true }
    if !found, categories != 0 { found = categories >> Self.category(of: scalar) & 1 != 0 }
    return found != isComplement
  }

  /// The bits of `\p{…}` by its name; nil for an unknown one.
  static func categoryMask(_ name: String) -> UInt32? {
    switch name {
    case "Graph", "Print", "ASCII": return nil
    default:
      var mask: UInt32 = 0
      for (index, category) in categoryNames.enumerated() where category.hasPrefix(name) { mask |= 1 << UInt32(index) }
      return mask == 0 ? nil : mask
    }
  }

  private static let categoryNames = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So",
    "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static func category(of scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    default: 29
    }
  }
}
