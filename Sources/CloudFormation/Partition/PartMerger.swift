/// Makes as few parts of each key as it can without two parts that need each other.
struct PartMerger {
  /// The part of each resource.
  private(set) var parts: [Int]

  /// The parts of each key, ascending by stage.
  private let partsByKey: [[Int]]
  private var needs: [Set<Int>]
  private var isMerged: [Int?]

  /// Starts with a part for each key and stage.
  init(keys: [TemplateKey], stages: [Int], producers: [[Int]]) {
    struct Place: Hashable {
      var key: TemplateKey
      var stage: Int
    }
    let places = zip(keys, stages).map { Place(key: $0, stage: $1) }
    let sorted = Set(places).sorted { $0.key == $1.key ? $0.stage < $1.stage : $0.key < $1.key }
    let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    parts = places.map { numbers[$0] ?? 0 }
    var needs = Array(repeating: Set<Int>(), count: sorted.count)
    for (index, own) in parts.enumerated() {
      for producer in producers[index] where parts[producer] != own { needs[own].insert(parts[producer]) }
    }
    self.needs = needs
    isMerged = Array(repeating: nil, count: sorted.count)
    var byKey: [[Int]] = []
    for (number, place) in sorted.enumerated() {
      if number > 0, sorted[number - 1].key == place.key {
        byKey[byKey.count - 1].append(number)
      } else {
        byKey.append([number])
      }
    }
    partsByKey = byKey
  }

  /// The parts that one needs.
  func dependencies(of part: Int) -> Set<Int> { Set(needs[part].map { root(of: $0) }).subtracting([part]) }

  /// Merges each part into the one of its key before it, unless a third would then stand between the two.
  mutating func merge() {
    for numbers in partsByKey {
      guard var kept = numbers.first else { continue }
      for part in numbers.dropFirst() {
        if reaches(kept, from: part) || reaches(part, from: kept) {
          kept = part
        } else {
          isMerged[part] = kept
          needs[kept].formUnion(needs[part])
        }
      }
    }
    parts = parts.map { root(of: $0) }
  }

  private func root(of part: Int) -> Int {
    var part = part
    while let next = isMerged[part] { part = next }
    return part
  }

  /// Whether a part needs another by way of a third.
  private func reaches(_ goal: Int, from start: Int) -> Bool {
    var seen: Set<Int> = [start]
    var open = dependencies(of: start).subtracting([goal])
    while let part = open.popFirst() {
      guard seen.insert(part).inserted else { continue }
      let next = dependencies(of: part)
      if next.contains(goal) { return true }
      open.formUnion(next.subtracting(seen))
    }
    return false
  }
}
