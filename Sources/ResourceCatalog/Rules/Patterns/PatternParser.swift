/// Reads the regular expressions that resource schemas use: ECMA-262 with a few forms of Java.
///
/// Not read: back references, named groups, atomic groups; such a pattern is skipped (`SchemaPattern.init` returns nil).
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var foldsCase = false
  private var dotMatchesNewline = false

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  /// Nil for what is not read.
  static func parse(_ pattern: String) -> PatternNode? {
    var parser = PatternParser(pattern)
    guard let node = parser.alternatives(), parser.position == parser.scalars.count else { return nil }
    return node.simplified
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard position + wanted.count <= scalars.count, Array(scalars[position..<position + wanted.count]) == wanted else { return false }
    position += wanted.count
    return true
  }

  private mutating func alternatives() -> PatternNode? {
    var branches: [PatternNode] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() -> PatternNode? {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let atom = atom(), let repeated = quantified(atom) else { return nil }
      nodes.append(repeated)
    }
    return .sequence(nodes)
  }

  private mutating func atom() -> PatternNode? {
    guard let scalar = next else { return nil }
    switch scalar {
    case "(": return group()
    case "[":
      position += 1
      return characterClass()
    case "^":
      position += 1
      return .start
    case "$":
      position += 1
      return .end
    case ".":
      position += 1
      var set = ScalarSet.everything
      if !dotMatchesNewline { set.low &= ~(1 << 10) }
      return .set(set)
    case "*", "+", "?": return nil
    case "\\":
      if take("\\b") { return .wordBoundary(true) }
      if take("\\B") { return .wordBoundary(false) }
      if take("\\A") { return .start }
      if take("\\Z") || take("\\z") { return .end }
      return escape().map { .set(folded($0)) }
    default:
      position += 1
      return .set(folded(ScalarSet(scalar.value)))
    }
  }

  private func folded(_ set: ScalarSet) -> ScalarSet {
    guard foldsCase else { return set }
    var set = set
    set.foldCase()
    return set
  }

  private mutating func group() -> PatternNode? {
    guard take("(") else { return nil }
    var look: (behind: Bool, negative: Bool)?
    if take("?:") {
    } else if take("?i)") {
      foldsCase = true
      return .empty
    } else if take("?s)") {
      dotMatchesNewline = true
      return .empty
    } else if take("?=") {
      look = (false, false)
    } else if take("?!") {
      look = (false, true)
    } else if take("?<=") {
      look = (true, false)
    } else if take("?<!") {
      look = (true, true)
    } else if next == "?" {
      return nil
    }
    let outerCase = foldsCase
    guard let inner = alternatives(), take(")") else { return nil }
    foldsCase = outerCase
    guard let look else { return inner }
    if look.behind, inner.fixedLength == nil { return nil }
    return .look(inner, behind: look.behind, negative: look.negative)
  }

  private mutating func quantified(_ atom: PatternNode) -> PatternNode? {
    var node = atom
    while let scalar = next {
      let bounds: (Int, Int)
      switch scalar {
      case "*": bounds = (0, PatternNode.unbounded)
      case "+": bounds = (1, PatternNode.unbounded)
      case "?": bounds = (0, 1)
      case "{":
        guard let counted = counts() else {
          // A brace that counts nothing is itself.
          return node
        }
        bounds = counted
      default: return node
      }
      if scalar != "{" { position += 1 }
      // Lazy or not, the same strings match.
      _ = take("?")
      guard bounds.0 <= bounds.1 else { return nil }
      node = .repetition(node, least: bounds.0, most: bounds.1)
    }
    return node
  }

  private mutating func counts() -> (Int, Int)? {
    let start = position
    position += 1
    let least = number()
    var most = least
    if take(",") { most = number() ?? PatternNode.unbounded }
    guard take("}"), least != nil || most != nil else {
      position = start
      return nil
    }
    return (least ?? 0, most ?? PatternNode.unbounded)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = next.flatMap({ $0.value >= 48 && $0.value <= 57 ? Int($0.value) - 48 : nil }), (value ?? 0) < 1_000_000 {
      value = (value ?? 0) * 10 + digit
      position += 1
    }
    return value
  }

  // MARK: Classes

  private mutating func characterClass() -> PatternNode? {
    var set = ScalarSet()
    let isNegated = take("^")
    var isFirst = true
    while let scalar = next, isFirst || scalar != "]" {
      isFirst = false
      // Java reads a class inside of a class as a union.
      if scalar == "[", take("[:") { return nil }
      guard let from = member() else { return nil }
      if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]", let lower = from.single {
        let mark = position
        position += 1
        guard let to = member() else { return nil }
        if let upper = to.single, lower <= upper {
          set.insert(lower...upper)
          continue
        }
        position = mark
      }
      if let single = from.single { set.insert(single...single) } else { set.formUnion(from.set) }
    }
    guard take("]") else { return nil }
    set = folded(set)
    if isNegated { set.invert() }
    return .set(set)
  }

  private mutating func member() -> (single: UInt32?, set: ScalarSet)? {
    guard let scalar = next else { return nil }
    if scalar == "\\" {
      if take("\\b") { return (8, ScalarSet(8)) }
      let start = position
      guard let set = escape() else { return nil }
      if let code = escapedCode(from: start) { return (code, set) }
      return (set.singleASCII.map(UInt32.init), set)
    }
    position += 1
    return (scalar.value, ScalarSet(scalar.value))
  }

  /// The code of an escape that stands for one scalar beyond ASCII, or for half of a UTF-16 pair.
  private func escapedCode(from start: Int) -> UInt32? {
    guard start + 1 < scalars.count, scalars[start + 1] == "u" || scalars[start + 1] == "x" else { return nil }
    return PatternParser.hexadecimal(scalars[(start + 2)..<position].filter { $0 != "{" && $0 != "}" })
  }

  private static func hexadecimal(_ digits: [Unicode.Scalar]) -> UInt32? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: digits)
    return UInt32(String(text), radix: 16)
  }

  private mutating func escape() -> ScalarSet? {
    guard take("\\"), let scalar = next else { return nil }
    position += 1
    var set = ScalarSet()
    switch scalar {
    case "d", "D": set.insert(48...57)
    case "w", "W":
      for range: ClosedRange<UInt32> in [48...57, 65...90, 95...95, 97...122] { set.insert(range) }
    case "s", "S":
      for range: ClosedRange<UInt32> in [9...13, 32...32, 0xA0...0xA0, 0x2000...0x200A, 0x2028...0x2029, 0xFEFF...0xFEFF] {
        set.insert(range)
      }
    case "n": return ScalarSet(10)
    case "r": return ScalarSet(13)
    case "t": return ScalarSet(9)
    case "f": return ScalarSet(12)
    case "v": return ScalarSet(11)
    case "0": return ScalarSet(0)
    case "1"..."9": return nil
    case "x", "u":
      let braced = take("{")
      let count = braced ? 6 : scalar == "x" ? 2 : 4
      var digits: [Unicode.Scalar] = []
      while digits.count < count, let digit = next, digit.properties.isASCIIHexDigit {
        digits.append(digit)
        position += 1
      }
      guard let code = PatternParser.hexadecimal(digits), !braced || take("}") else { return nil }
      return ScalarSet(code)
    case "p", "P":
      guard take("{"), let end = scalars[position...].firstIndex(of: "}") else { return nil }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: scalars[position..<end])
      position = end + 1
      switch String(name) {
      case "ASCII": set.insert(0...127)
      case "Graph": set.insert(33...126)
      case "Print": set.insert(32...126)
      case let name:
        guard let mask = ScalarSet.categoryMask(name) else { return nil }
        set.insert(categories: mask)
      }
    default: return ScalarSet(scalar.value)
    }
    if scalar.properties.isUppercase { set.invert() }
    return set
  }
}
