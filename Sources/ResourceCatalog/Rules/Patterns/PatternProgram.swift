/// A regular expression as instructions for a backtracking matcher.
struct PatternProgram: Sendable {
  enum Operation: UInt8, Sendable {
    /// A run of `least...most` scalars of a set, as long as possible; gives back on failure unless it is possessive.
    case run
    /// Exactly these bytes.
    case literal
    /// Tries the next instruction, then the one at `target`.
    case split
    case jump
    case start
    case end
    case wordBoundary
    case notWordBoundary
    /// Runs the instructions up to its `accept`, then goes on at `target`.
    case look
    case accept
  }

  struct Instruction: Sendable {
    var operation: Operation
    var target: Int32 = 0
    var least: Int32 = 0
    var most: Int32 = 0
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Index into `sets` for scalars beyond ASCII, or -1 for none.
    var set: Int32 = -1
    /// Of a run: never gives back; of a look: must not be found.
    var flag = false
    /// `split`: the first bytes of the preferred branch are in `low` and `high`.
    var predicts = false
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  private(set) var literals: [UInt8] = []
  /// Whether every match begins at the start of the string.
  private(set) var isAnchored = false

  /// Calls a closure with the program in place.
  func withBuffers<Result>(
    _ body: (UnsafeBufferPointer<Instruction>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<ScalarSet>) -> Result
  ) -> Result {
    instructions.withUnsafeBufferPointer { instructions in
      literals.withUnsafeBufferPointer { literals in
        sets.withUnsafeBufferPointer { sets in body(instructions, literals, sets) }
      }
    }
  }

  private static let largest = 24_000

  /// Nil for an expression that unrolls to too many instructions.
  init?(_ node: PatternNode) {
    isAnchored = PatternFirst.isAnchored(node)
    guard emit(node, before: PatternFirst()) else { return nil }
    instructions.append(Instruction(operation: .accept))
  }

  private mutating func emit(_ node: PatternNode, before follow: PatternFirst) -> Bool {
    guard instructions.count < Self.largest else { return false }
    switch node {
    case .empty: break
    case .start: instructions.append(Instruction(operation: .start))
    case .end: instructions.append(Instruction(operation: .end))
    case .wordBoundary(let positive): instructions.append(Instruction(operation: positive ? .wordBoundary : .notWordBoundary))
    case .set(let set): emitRun(set, least: 1, most: 1, before: follow)
    case .sequence(let nodes): return emitSequence(nodes, before: follow)
    case .alternatives(let nodes): return emitAlternatives(nodes, before: follow)
    case .repetition(let inner, let least, let most): return emitRepetition(inner, least, most, before: follow)
    case .look(let inner, let behind, let negative):
      var look = Instruction(operation: .look)
      look.flag = negative
      look.least = behind ? Int32(inner.fixedLength ?? 0) : -1
      let position = instructions.count
      instructions.append(look)
      guard emit(inner, before: PatternFirst()) else { return false }
      instructions.append(Instruction(operation: .accept))
      instructions[position].target = Int32(instructions.count)
    }
    return true
  }

  private mutating func emitRun(_ set: ScalarSet, least: Int, most: Int, before follow: PatternFirst) {
    var run = Instruction(operation: .run)
    run.least = Int32(least)
    run.most = Int32(clamping: most)
    run.low = set.low
    run.high = set.high
    if set.hasBeyondASCII {
      run.set = Int32(sets.count)
      sets.append(set)
    }
    run.flag = least == most || !(follow.isOpaque || follow.set.intersects(set))
    instructions.append(run)
  }

  private mutating func emitSequence(_ nodes: [PatternNode], before follow: PatternFirst) -> Bool {
    var index = 0
    while index < nodes.count {
      var bytes: [UInt8] = []
      while index < nodes.count, case .set(let set) = nodes[index], let byte = set.singleASCII {
        bytes.append(byte)
        index += 1
      }
      if !bytes.isEmpty {
        var literal = Instruction(operation: .literal)
        literal.least = Int32(literals.count)
        literal.most = Int32(bytes.count)
        literals += bytes
        instructions.append(literal)
        continue
      }
      guard emit(nodes[index], before: PatternFirst(nodes[(index + 1)...], before: follow)) else { return false }
      index += 1
    }
    return true
  }

  private mutating func emitAlternatives(_ nodes: [PatternNode], before follow: PatternFirst) -> Bool {
    var exits: [Int] = []
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      let split = instructions.count
      if !isLast { appendSplit(preferring: PatternFirst([node][...], before: follow), node: node) }
      guard emit(node, before: follow) else { return false }
      if !isLast {
        exits.append(instructions.count)
        instructions.append(Instruction(operation: .jump))
        instructions[split].target = Int32(instructions.count)
      }
    }
    for exit in exits { instructions[exit].target = Int32(instructions.count) }
    return true
  }

  private mutating func appendSplit(preferring first: PatternFirst, node: PatternNode) {
    var split = Instruction(operation: .split)
    if !PatternFirst.isNullable(node), !first.isOpaque, !first.set.hasBeyondASCII {
      split.predicts = true
      split.low = first.set.low
      split.high = first.set.high
    }
    instructions.append(split)
  }

  private mutating func emitRepetition(_ node: PatternNode, _ least: Int, _ most: Int, before follow: PatternFirst) -> Bool {
    if case .set(let set) = node {
      emitRun(set, least: least, most: most, before: follow)
      return true
    }
    var again = PatternFirst([node][...], before: follow)
    again.formUnion(follow)
    for index in 0..<least {
      guard emit(node, before: index == least - 1 && most == least ? follow : again) else { return false }
    }
    if most == PatternNode.unbounded {
      let split = instructions.count
      appendSplit(preferring: PatternFirst([node][...], before: follow), node: node)
      guard emit(node, before: again) else { return false }
      var jump = Instruction(operation: .jump)
      jump.target = Int32(split)
      instructions.append(jump)
      instructions[split].target = Int32(instructions.count)
    } else {
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(instructions.count)
        appendSplit(preferring: PatternFirst([node][...], before: follow), node: node)
        guard emit(node, before: again) else { return false }
      }
      for split in splits { instructions[split].target = Int32(instructions.count) }
    }
    return true
  }
}
