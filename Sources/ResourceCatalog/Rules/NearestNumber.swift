/// Finds the number that somebody most likely meant.
enum NearestNumber {
  static func nearest(to number: Double, among texts: [String]) -> String? {
    var best: (text: String, gap: Double)?
    for text in texts {
      guard let value = Double(text) else { return nil }
      let gap = (value - number).magnitude
      if gap < best?.gap ?? .infinity { best = (text, gap) }
    }
    return best?.text
  }
}
