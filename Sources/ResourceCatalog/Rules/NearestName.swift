/// Finds the name that somebody most likely meant.
public enum NearestName {
  /// The candidate with the fewest differences (insert, delete, replace, swap of neighbours) without regard to case.
  ///
  /// Nil if none is within a third of the name's length, at least one and at most four differences; of equals the one whose length
  /// is nearest, then the first.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 128 else { return nil }
    var best: String?
    var least = max(1, min(4, wanted.count / 3)) + 1
    var leastGap = Int.max
    for candidate in candidates {
      let bytes = Array(candidate.lowercased().utf8)
      let gap = abs(bytes.count - wanted.count)
      guard gap < least || (gap == least && best != nil && gap < leastGap) else { continue }
      let distance = distance(wanted, bytes, below: least + 1)
      if distance < least || (best != nil && distance == least && gap < leastGap) {
        least = distance
        leastGap = gap
        best = candidate
        if distance == 0 { break }
      }
    }
    return best
  }

  /// The same among names of the catalogue.
  public static func nearest(to name: String, among candidates: CatalogStrings) -> String? {
    nearest(to: name, among: candidates.lazy.map { String($0) })
  }

  /// The Damerau-Levenshtein distance (optimal string alignment), or `bound` if it is not below that.
  private static func distance(_ a: [UInt8], _ b: [UInt8], below bound: Int) -> Int {
    if b.isEmpty || a.isEmpty { return min(bound, a.count + b.count) }
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in 1...a.count {
      current[0] = i
      var rowLeast = i
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var value = min(substitution, previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { value = min(value, older[j - 2] + 1) }
        current[j] = value
        rowLeast = min(rowLeast, value)
      }
      if rowLeast >= bound { return bound }
      (older, previous, current) = (previous, current, older)
    }
    return min(bound, previous[b.count])
  }
}
