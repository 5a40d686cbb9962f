/// A regular expression of a resource schema, taken apart so that texts can be made from it.
indirect enum PatternNode: Sendable {
  case empty
  /// One character out of ranges of Unicode scalars.
  case set([ClosedRange<UInt32>])
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repeated(PatternNode, minimum: Int, maximum: Int?)
  /// Looks ahead without taking characters.
  case look(PatternNode, isNegative: Bool)
  case start
  case end
}

/// Reads the regular expressions of resource schemas (ECMA-262, as far as AWS uses it).
struct PatternParser {
  private let scalars: [UInt32]
  private var position = 0

  private init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

  /// The parts of a pattern, or `nil` for one that uses something unknown.
  static func parse(_ text: String) -> PatternNode? {
    var parser = PatternParser(text)
    guard let node = parser.alternatives(), parser.position == parser.scalars.count else { return nil }
    return node
  }

  private var current: UInt32? { position < scalars.count ? scalars[position] : nil }

  private func at(_ character: Unicode.Scalar, _ offset: Int = 0) -> Bool {
    position + offset < scalars.count && scalars[position + offset] == character.value
  }

  private mutating func alternatives() -> PatternNode? {
    var choices: [PatternNode] = []
    while true {
      guard let choice = sequence() else { return nil }
      choices.append(choice)
      guard at("|") else { break }
      position += 1
    }
    return choices.count == 1 ? choices[0] : .alternatives(choices)
  }

  private mutating func sequence() -> PatternNode? {
    var parts: [PatternNode] = []
    while current != nil, !at("|"), !at(")") {
      guard let atom = atom(), let part = quantified(atom) else { return nil }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func quantified(_ atom: PatternNode) -> PatternNode? {
    var node = atom
    while let character = current {
      var bounds: (Int, Int?)?
      switch character {
      case UInt32(UInt8(ascii: "*")): bounds = (0, nil)
      case UInt32(UInt8(ascii: "+")): bounds = (1, nil)
      case UInt32(UInt8(ascii: "?")): bounds = (0, 1)
      case UInt32(UInt8(ascii: "{")):
        let start = position
        bounds = braces()
        if bounds == nil {
          position = start
          return node
        }
        position -= 1
      default: return node
      }
      guard let (minimum, maximum) = bounds else { return node }
      position += 1
      if at("?") || at("+") { position += 1 }
      node = .repeated(node, minimum: minimum, maximum: maximum)
    }
    return node
  }

  /// Reads `{2}`, `{2,}` or `{2,5}`; `nil` for a brace that stands for itself.
  private mutating func braces() -> (Int, Int?)? {
    position += 1
    guard let minimum = number() ?? (at(",") ? 0 : nil) else { return nil }
    var maximum: Int? = minimum
    if at(",") {
      position += 1
      maximum = number()
    }
    guard at("}") else { return nil }
    position += 1
    return (minimum, maximum)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = current, (48...57).contains(digit) {
      value = min((value ?? 0) * 10 + Int(digit - 48), 1_000_000)
      position += 1
    }
    return value
  }

  private mutating func atom() -> PatternNode? {
    guard let character = current else { return nil }
    position += 1
    switch Unicode.Scalar(character) {
    case "^": return .start
    case "$": return .end
    case ".": return .set(PatternRanges.any)
    case "(": return group()
    case "[": return characterClass().map(PatternNode.set)
    case "\\":
      if at("b") || at("B") {
        position += 1
        return .empty
      }
      if at("A") || at("Z") || at("z") {
        let isStart = at("A")
        position += 1
        return isStart ? .start : .end
      }
      return escape().map(PatternNode.set)
    default: return .set([character...character])
    }
  }

  private mutating func group() -> PatternNode? {
    var look: Bool?
    if at("?") {
      position += 1
      if at(":") {
        position += 1
      } else if at("!") || at("=") {
        look = at("!")
        position += 1
      } else if at("<") {
        if at("!", 1) || at("=", 1) { return nil }
        while current != nil, !at(">") { position += 1 }
        position += 1
      } else {
        while current != nil, !at(")"), !at(":") { position += 1 }
        if at(")") {
          position += 1
          return .empty
        }
        position += 1
      }
    }
    guard let inner = alternatives(), at(")") else { return nil }
    position += 1
    return look.map { .look(inner, isNegative: $0) } ?? inner
  }

  /// Reads what follows a backslash.
  private mutating func escape() -> [ClosedRange<UInt32>]? {
    guard let character = current else { return nil }
    position += 1
    switch Unicode.Scalar(character) {
    case "d": return PatternRanges.digits
    case "w": return PatternRanges.word
    case "s": return PatternRanges.space
    case "D": return PatternRanges.inverted(PatternRanges.digits)
    case "W": return PatternRanges.inverted(PatternRanges.word)
    case "S": return PatternRanges.inverted(PatternRanges.space)
    case "n": return [10...10]
    case "r": return [13...13]
    case "t": return [9...9]
    case "f": return [12...12]
    case "v": return [11...11]
    case "p", "P":
      guard at("{") else { return nil }
      let isNegative = character == 80
      var name = ""
      position += 1
      while let next = current, !at("}") {
        name.unicodeScalars.append(Unicode.Scalar(next) ?? "?")
        position += 1
      }
      position += 1
      let ranges = PatternRanges.property(name)
      return isNegative ? PatternRanges.inverted(ranges) : ranges
    case "u", "x":
      let isBraced = at("{")
      if isBraced { position += 1 }
      let limit = isBraced ? 6 : character == 120 ? 2 : 4
      var value: UInt32 = 0
      var count = 0
      while count < limit, let digit = current.flatMap({ Unicode.Scalar($0) }).flatMap({ Character($0).hexDigitValue }) {
        value = value << 4 | UInt32(digit)
        position += 1
        count += 1
      }
      if isBraced { position += 1 }
      return count == 0 ? nil : [value...value]
    default: return [character...character]
    }
  }

  private mutating func characterClass() -> [ClosedRange<UInt32>]? {
    var ranges: [ClosedRange<UInt32>] = []
    let isNegative = at("^")
    if isNegative { position += 1 }
    while let character = current, !at("]") {
      position += 1
      var own = [character...character]
      if character == 92 {
        guard let escaped = escape() else { return nil }
        own = escaped
      }
      if at("-"), !at("]", 1), position + 1 < scalars.count, own.count == 1, own[0].count == 1 {
        let before = position
        position += 1
        var upper = scalars[position]
        position += 1
        if upper == 92 {
          guard let escaped = escape() else { return nil }
          if escaped.count == 1, escaped[0].count == 1 {
            upper = escaped[0].lowerBound
          } else {
            position = before
            ranges += own
            continue
          }
        }
        if upper < own[0].lowerBound {
          position = before
        } else {
          own = [own[0].lowerBound...upper]
        }
      }
      ranges += own
    }
    guard at("]") else { return nil }
    position += 1
    return isNegative ? PatternRanges.inverted(ranges) : ranges
  }
}
