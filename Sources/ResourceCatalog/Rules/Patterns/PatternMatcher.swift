import CatalogData

/// Runs a program over a string.
///
/// First plainly, which is fastest for nearly every string; past a budget of steps again with a memory of failed places, so that
/// no expression and no string takes more than quadratic time.
struct PatternMatcher {
  private let instructions: UnsafeBufferPointer<PatternProgram.Instruction>
  private let literals: UnsafeBufferPointer<UInt8>
  private let sets: UnsafeBufferPointer<ScalarSet>
  private let isAnchored: Bool
  private let text: UnsafeBufferPointer<UInt8>
  private var stack: [Frame] = []
  private var budget: Int
  /// One bit per instruction and position, once the plain way took too long.
  private var failed: [UInt64] = []
  private var remembers = false
  /// By run and the position that it reaches, the least position that it was already given back to.
  private var givenBack: [Int: Int] = [:]

  /// Longer strings are not judged once the budget is spent: the memory would be too large.
  private static let longestRemembered = 8_192
  /// The same for expressions that look ahead or behind, whose looks start with an empty memory each.
  private static let longestRememberedWithLooks = 1_024

  private struct Frame {
    var instruction: Int
    var position: Int
    /// For a run, the least position that it can give back to; otherwise the same as `position`.
    var limit: Int
  }

  private init(
    _ instructions: UnsafeBufferPointer<PatternProgram.Instruction>, _ literals: UnsafeBufferPointer<UInt8>,
    _ sets: UnsafeBufferPointer<ScalarSet>, _ isAnchored: Bool, _ text: UnsafeBufferPointer<UInt8>
  ) {
    self.instructions = instructions
    self.literals = literals
    self.sets = sets
    self.isAnchored = isAnchored
    self.text = text
    budget = 4_000 + 16 * text.count
  }

  /// Whether the expression is found anywhere in the string.
  static func isFound(_ program: PatternProgram, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    program.withBuffers { instructions, literals, sets in
      var matcher = PatternMatcher(instructions, literals, sets, program.isAnchored, text)
      if let result = matcher.search() { return result }
      let looks = instructions.contains { $0.operation == .look }
      guard text.count <= (looks ? longestRememberedWithLooks : longestRemembered) else { return true }
      matcher.failed = [UInt64](repeating: 0, count: (instructions.count * (text.count + 1) + 63) / 64)
      matcher.remembers = true
      return matcher.search() ?? true
    }
  }

  /// Nil if the budget is spent.
  private mutating func search() -> Bool? {
    var start = 0
    while start <= text.count {
      if start == 0 || start == text.count || text[start] & 0xc0 != 0x80 {
        if run(0, at: start) != nil { return true }
        if !remembers, budget < 0 { return nil }
      }
      if isAnchored { return false }
      start += 1
    }
    return false
  }

  /// The position where a match of the instructions up to their `accept` ends.
  private mutating func run(_ first: Int, at start: Int) -> Int? {
    let base = stack.count
    var index = first
    var position = start
    while true {
      if !remembers {
        budget -= 1
        if budget < 0 {
          stack.removeLast(stack.count - base)
          return nil
        }
      } else if remember(index, position) {
        guard resume(base, &index, &position) else { return nil }
        continue
      }
      let instruction = instructions[index]
      var proceeds = true
      switch instruction.operation {
      case .run:
        guard let end = endOfRun(instruction, at: position) else {
          proceeds = false
          break
        }
        if !instruction.flag {
          let least = leastEnd(instruction, from: position, to: end)
          if remembers {
            let place = index * (text.count + 1) + end
            let earlier = givenBack[place] ?? end + 1
            guard least < earlier else {
              proceeds = false
              break
            }
            givenBack[place] = least
            if earlier <= end {
              // From here on only what lies below the earlier limit is new.
              stack.append(Frame(instruction: index + 1, position: earlier, limit: least))
              proceeds = false
              break
            }
          }
          if least < end { stack.append(Frame(instruction: index + 1, position: end, limit: least)) }
        }
        position = end
        index += 1
      case .literal:
        let count = Int(instruction.most)
        if position + count <= text.count, matchesLiteral(Int(instruction.least), count, at: position) {
          position += count
          index += 1
        } else {
          proceeds = false
        }
      case .split:
        if instruction.predicts, !predicted(instruction, at: position) {
          index = Int(instruction.target)
        } else {
          stack.append(Frame(instruction: Int(instruction.target), position: position, limit: position))
          index += 1
        }
      case .jump: index = Int(instruction.target)
      case .start:
        proceeds = position == 0
        index += 1
      case .end:
        // As in Java and Python, `$` also stands before a final line feed.
        proceeds = position == text.count || (position == text.count - 1 && text[position] == 10)
        index += 1
      case .wordBoundary, .notWordBoundary:
        let isBoundary = isWord(position - 1) != isWord(position)
        proceeds = isBoundary == (instruction.operation == .wordBoundary)
        index += 1
      case .look:
        proceeds = look(instruction, index, at: position) != instruction.flag
        index = Int(instruction.target)
      case .accept:
        stack.removeLast(stack.count - base)
        return position
      }
      if !proceeds, !resume(base, &index, &position) { return nil }
    }
  }

  private mutating func resume(_ base: Int, _ index: inout Int, _ position: inout Int) -> Bool {
    guard stack.count > base else { return false }
    let last = stack.count - 1
    let frame = stack[last]
    index = frame.instruction
    if frame.position == frame.limit {
      position = frame.position
      stack.removeLast()
      return true
    }
    var back = frame.position - 1
    while back > frame.limit, text[back] & 0xc0 == 0x80 { back -= 1 }
    position = back
    if back == frame.limit { stack.removeLast() } else { stack[last].position = back }
    return true
  }

  /// Notes a place; true if it was there before, and so failed before.
  private mutating func remember(_ index: Int, _ position: Int) -> Bool {
    switch instructions[index].operation {
    case .accept, .look: return false
    case .run, .literal, .split, .jump, .start, .end, .wordBoundary, .notWordBoundary: break
    }
    let bit = index * (text.count + 1) + position
    let mask: UInt64 = 1 << UInt64(bit & 63)
    if failed[bit >> 6] & mask != 0 { return true }
    failed[bit >> 6] |= mask
    return false
  }

  private mutating func look(_ instruction: PatternProgram.Instruction, _ index: Int, at position: Int) -> Bool {
    var start = position
    for _ in 0..<max(0, instruction.least) {
      guard start > 0 else { return false }
      start -= 1
      while start > 0, text[start] & 0xc0 == 0x80 { start -= 1 }
    }
    // What a look finds says nothing of the places outside of it, and the same places may be looked at again.
    guard remembers else { return run(index + 1, at: start) != nil }
    let outer = (failed, givenBack)
    failed = [UInt64](repeating: 0, count: failed.count)
    givenBack = [:]
    let found = run(index + 1, at: start) != nil
    (failed, givenBack) = outer
    return found
  }

  // MARK: Characters

  private func matchesLiteral(_ start: Int, _ count: Int, at position: Int) -> Bool {
    for offset in 0..<count where literals[start + offset] != text[position + offset] { return false }
    return true
  }

  private func predicted(_ instruction: PatternProgram.Instruction, at position: Int) -> Bool {
    guard position < text.count else { return false }
    let byte = text[position]
    guard byte < 128 else { return false }
    return (byte < 64 ? instruction.low >> UInt64(byte) : instruction.high >> UInt64(byte - 64)) & 1 != 0
  }

  private func endOfRun(_ instruction: PatternProgram.Instruction, at start: Int) -> Int? {
    var position = start
    var count = 0
    let most = Int(instruction.most)
    while position < text.count, count < most {
      let room = min(text.count - position, most - count)
      guard let base = text.baseAddress else { break }
      let span = catalog_span_ascii(base + position, room, instruction.low, instruction.high)
      position += span
      count += span
      if count >= most || position >= text.count || text[position] < 128 || instruction.set < 0 { break }
      let (scalar, width) = decode(at: position)
      guard sets[Int(instruction.set)].containsBeyondASCII(scalar) else { break }
      position += width
      count += 1
    }
    return count >= Int(instruction.least) ? position : nil
  }

  /// The position after the least number of scalars of a run.
  private func leastEnd(_ instruction: PatternProgram.Instruction, from start: Int, to end: Int) -> Int {
    if instruction.set < 0 { return start + Int(instruction.least) }
    var position = start
    for _ in 0..<Int(instruction.least) {
      position += 1
      while position < end, text[position] & 0xc0 == 0x80 { position += 1 }
    }
    return position
  }

  private func decode(at position: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(text[position])
    let width = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard position + width <= text.count else { return ("\u{fffd}", text.count - position) }
    var value = first & (width == 2 ? 0x1f : width == 3 ? 0x0f : 0x07)
    for offset in 1..<width { value = value << 6 | UInt32(text[position + offset] & 0x3f) }
    return (Unicode.Scalar(value) ?? "\u{fffd}", width)
  }

  private func isWord(_ position: Int) -> Bool {
    guard position >= 0, position < text.count else { return false }
    let byte = text[position]
    return byte == 95 || (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
  }
}
