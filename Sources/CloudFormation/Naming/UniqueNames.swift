/// Names that are given once each, in the order in which they are asked for.
struct UniqueNames {
  private var taken: Set<String>

  init(_ taken: Set<String> = []) { self.taken = taken }

  /// The name, or with the first number behind it that makes it another one.
  mutating func take(_ name: String, limit: Int = 255) -> String {
    let base = NameText.limited(name.isEmpty ? "Value" : name, to: limit - 4)
    var candidate = base
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(base)\(number)"
      number += 1
    }
    return candidate
  }
}
