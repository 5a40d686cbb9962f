/// A regular expression as a tree; groups are gone, because nobody asks what they captured.
indirect enum PatternNode: Sendable, Equatable {
  case empty
  case set(ScalarSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repetition(PatternNode, least: Int, most: Int)
  case start
  case end
  case wordBoundary(Bool)
  case look(PatternNode, behind: Bool, negative: Bool)

  /// "No upper bound" of a repetition.
  static let unbounded = Int(Int32.max)

  /// The number of scalars that every match has, if it is the same for all.
  var fixedLength: Int? {
    switch self {
    case .empty, .start, .end, .wordBoundary, .look: return 0
    case .set: return 1
    case .sequence(let nodes):
      var sum = 0
      for node in nodes {
        guard let length = node.fixedLength else { return nil }
        sum += length
      }
      return sum
    case .alternatives(let nodes):
      guard let length = nodes.first?.fixedLength else { return nil }
      return nodes.allSatisfy { $0.fixedLength == length } ? length : nil
    case .repetition(let node, let least, let most):
      guard least == most, let length = node.fixedLength else { return nil }
      return length * least
    }
  }

  /// Alternatives of single scalars are one set, and `(x){1}` is `x`.
  var simplified: PatternNode {
    switch self {
    case .sequence(let nodes):
      var flat: [PatternNode] = []
      for node in nodes {
        switch node.simplified {
        case .empty: break
        case .sequence(let inner): flat += inner
        case let other: flat.append(other)
        }
      }
      return flat.count == 1 ? flat[0] : flat.isEmpty ? .empty : .sequence(flat)
    case .alternatives(let nodes):
      let simple = nodes.map(\.simplified)
      var union = ScalarSet()
      for node in simple {
        guard case .set(let set) = node, !(set.isComplement && union.hasBeyondASCII) else { return .alternatives(simple) }
        union.formUnion(set)
      }
      return simple.count == 1 ? simple[0] : .set(union)
    case .repetition(let node, let least, let most):
      let simple = node.simplified
      if least == 1, most == 1 { return simple }
      return .repetition(simple, least: least, most: most)
    case .look(let node, let behind, let negative):
      return .look(node.simplified, behind: behind, negative: negative)
    case .empty, .set, .start, .end, .wordBoundary: return self
    }
  }
}
