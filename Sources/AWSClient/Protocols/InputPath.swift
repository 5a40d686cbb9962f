/// Where in an input a value stands, for example `Filters[0].Name`.
struct InputPath {
  /// One step down.
  enum Step {
    case member(ModelText)
    case element(Int)
    case entry(String)
  }

  private var steps: [Step] = []

  mutating func push(_ step: Step) { steps.append(step) }
  mutating func pop() { steps.removeLast() }

  var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name): text += (text.isEmpty ? "" : ".") + name.string
      case .element(let index): text += "[\(index)]"
      case .entry(let key): text += "[\"\(key)\"]"
      }
    }
    return text.isEmpty ? "the input" : text
  }
}
