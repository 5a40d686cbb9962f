/// A regular expression of a schema that can judge texts and make some.
struct Pattern: Sendable {
  private let root: PatternNode
  private static let stepLimit = 20_000

  /// Reads a pattern; `nil` for one that uses something unknown.
  init?(_ text: String) {
    guard let root = PatternParser.parse(text) else { return nil }
    self.root = root
  }

  // MARK: Judging

  /// Whether the pattern is found in a text; gives up on texts that need too many steps.
  func isFound(in text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    var steps = 0
    for start in 0...scalars.count where Self.match(root, scalars, start, &steps, { _, _ in true }) { return true }
    return false
  }

  private static func match(
    _ node: PatternNode, _ text: [UInt32], _ position: Int, _ steps: inout Int, _ next: (Int, inout Int) -> Bool
  ) -> Bool {
    steps += 1
    guard steps < stepLimit else { return false }
    switch node {
    case .empty: return next(position, &steps)
    case .start: return position == 0 && next(position, &steps)
    case .end: return position == text.count && next(position, &steps)
    case .set(let ranges):
      return position < text.count && PatternRanges.contains(ranges, text[position]) && next(position + 1, &steps)
    case .sequence(let parts): return match(parts[...], text, position, &steps, next)
    case .alternatives(let choices):
      for choice in choices where match(choice, text, position, &steps, next) { return true }
      return false
    case .repeated(let inner, let minimum, let maximum):
      return match(repeated: inner, minimum, maximum, text, position, &steps, next)
    case .look(let inner, let isNegative):
      return match(inner, text, position, &steps, { _, _ in true }) != isNegative && next(position, &steps)
    }
  }

  private static func match(
    _ parts: ArraySlice<PatternNode>, _ text: [UInt32], _ position: Int, _ steps: inout Int, _ next: (Int, inout Int) -> Bool
  ) -> Bool {
    guard let first = parts.first else { return next(position, &steps) }
    return match(first, text, position, &steps) { match(parts.dropFirst(), text, $0, &$1, next) }
  }

  private static func match(
    repeated inner: PatternNode, _ minimum: Int, _ maximum: Int?, _ text: [UInt32], _ position: Int, _ steps: inout Int,
    _ next: (Int, inout Int) -> Bool
  ) -> Bool {
    if case .set(let ranges) = inner {
      var end = position
      while end < text.count, maximum.map({ end - position < $0 }) ?? true, PatternRanges.contains(ranges, text[end]) { end += 1 }
      while end - position >= minimum {
        if next(end, &steps) { return true }
        end -= 1
      }
      return false
    }
    if maximum.map({ $0 > 0 }) ?? true {
      let found = match(inner, text, position, &steps) { end, steps in
        guard end > position || minimum > 0 else { return false }
        return match(repeated: inner, max(0, minimum - 1), maximum.map { $0 - 1 }, text, end, &steps, next)
      }
      if found { return true }
    }
    return minimum == 0 && next(position, &steps)
  }

  // MARK: Making

  /// A text in which the pattern is found and that has the length; `nil` when none was found in a few attempts.
  func sample(minimumLength: Int = 0, maximumLength: Int = .max, _ random: inout CloudRandom) -> String? {
    var steps = [1, 0, 2, 4, 8, 12, 16, 24, 32, 40, 64, 100, 128, 256, 512, 1024]
    if minimumLength > 2 { steps += Array(max(0, minimumLength - 8)...minimumLength) }
    for generosity in steps {
      for attempt in 0..<4 {
        var scalars = String.UnicodeScalarView()
        Self.append(root, generosity, attempt, &random, &scalars)
        while scalars.count < minimumLength, generosity > 2, attempt > 1 { scalars.append("a") }
        let text = String(scalars)
        if scalars.count >= minimumLength, scalars.count <= maximumLength, isFound(in: text) { return text }
      }
    }
    return nil
  }

  private static func append(
    _ node: PatternNode, _ generosity: Int, _ attempt: Int, _ random: inout CloudRandom, _ text: inout String.UnicodeScalarView
  ) {
    switch node {
    case .empty, .start, .end, .look: break
    case .set(let ranges): text.append(character(of: ranges, attempt, &random))
    case .sequence(let parts):
      for part in parts { append(part, generosity, attempt, &random, &text) }
    case .alternatives(let choices):
      append(choices[attempt % 2 == 0 ? 0 : random.below(choices.count)], generosity, attempt, &random, &text)
    case .repeated(let inner, let minimum, let maximum):
      let extra = min(maximum.map { $0 - minimum } ?? generosity, generosity)
      for _ in 0..<(minimum + max(0, extra)) { append(inner, generosity, attempt, &random, &text) }
    }
  }

  private static let preferred: [ClosedRange<UInt32>] = [97...122, 48...57, 65...90, 45...45, 32...126]

  /// A character of a set, as plain as possible.
  private static func character(of ranges: [ClosedRange<UInt32>], _ attempt: Int, _ random: inout CloudRandom) -> Unicode.Scalar {
    for wish in preferred {
      var found: [UInt32] = []
      for range in ranges where range.overlaps(wish) {
        found += Array(range.clamped(to: wish))
      }
      if !found.isEmpty { return Unicode.Scalar(found[random.below(found.count)]) ?? "a" }
    }
    return ranges.first.flatMap { Unicode.Scalar($0.lowerBound) } ?? "a"
  }
}
