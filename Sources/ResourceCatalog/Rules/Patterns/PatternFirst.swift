/// The scalars that what follows a place in an expression can begin with: tells where a run need never give back.
struct PatternFirst {
  var set = ScalarSet()
  /// Whether an assertion follows that depends on where exactly the run ends.
  var isOpaque = false

  /// What the end of an expression begins with: nothing.
  init() {}

  init(_ nodes: ArraySlice<PatternNode>, before follow: PatternFirst) {
    for node in nodes {
      add(node)
      if !PatternFirst.isNullable(node) { return }
      // At the end of the string nothing follows, so nothing that was given back could help.
      if case .end = node { return }
    }
    formUnion(follow)
  }

  mutating func formUnion(_ other: PatternFirst) {
    set.formUnion(other.set)
    isOpaque = isOpaque || other.isOpaque
  }

  private mutating func add(_ node: PatternNode) {
    switch node {
    case .empty, .end: break
    case .start, .wordBoundary, .look: isOpaque = true
    case .set(let other): set.formUnion(other)
    case .sequence(let nodes): formUnion(PatternFirst(nodes[...], before: PatternFirst()))
    case .alternatives(let nodes): for node in nodes { add(node) }
    case .repetition(let inner, _, let most): if most > 0 { add(inner) }
    }
  }

  static func isNullable(_ node: PatternNode) -> Bool {
    switch node {
    case .empty, .start, .end, .wordBoundary, .look: true
    case .set: false
    case .sequence(let nodes): nodes.allSatisfy(isNullable)
    case .alternatives(let nodes): nodes.contains(where: isNullable)
    case .repetition(let inner, let least, _): least == 0 || isNullable(inner)
    }
  }

  static func isAnchored(_ node: PatternNode) -> Bool {
    switch node {
    case .start: true
    case .sequence(let nodes): nodes.first.map(isAnchored) ?? false
    case .alternatives(let nodes): nodes.allSatisfy(isAnchored)
    case .empty, .set, .end, .wordBoundary, .look, .repetition: false
    }
  }
}
