/// A piece of Swift source that can be written on one line or broken over several.
indirect enum SwiftNode: Sendable, Hashable {
  /// A text that is never broken.
  case text(String)
  /// A call: arguments with their labels.
  case call(String, [Element])
  /// A literal of an array or, with labels, of a dictionary.
  case literal([Element], isDictionary: Bool)
  /// A node with something behind it.
  case suffixed(SwiftNode, String)

  /// An argument or element.
  struct Element: Sendable, Hashable {
    var label: String?
    var value: SwiftNode

    init(_ label: String? = nil, _ value: SwiftNode) {
      self.label = label
      self.value = value
    }

    fileprivate var prefix: String { label.map { $0 + ": " } ?? "" }
  }

  /// The node on one line.
  var flat: String {
    switch self {
    case .text(let text): return text
    case .call(let head, let arguments): return head + "(" + arguments.map { $0.prefix + $0.value.flat }.joined(separator: ", ") + ")"
    case .literal(let elements, let isDictionary):
      if elements.isEmpty { return isDictionary ? "[:]" : "[]" }
      return "[" + elements.map { $0.prefix + $0.value.flat }.joined(separator: ", ") + "]"
    case .suffixed(let node, let suffix): return node.flat + suffix
    }
  }

  /// The node at a place.
  ///
  /// - Parameters:
  ///   - column: how many columns of the line are taken already.
  ///   - indentation: the indentation of the line that the node begins on.
  ///   - reserve: how many columns must stay free behind the node.
  func text(column: Int, indentation: Int, reserve: Int = 1, width: Int = 140) -> String {
    let flat = flat
    if column + flat.count + reserve <= width { return flat }
    switch self {
    case .text: return flat
    case .suffixed(let node, let suffix):
      return node.text(column: column, indentation: indentation, reserve: suffix.count + reserve, width: width) + suffix
    case .call(let head, let arguments):
      if arguments.isEmpty { return flat }
      return head + "(\n" + lines(arguments, indentation, trailingComma: false, width) + spaces(indentation) + ")"
    case .literal(let elements, _):
      if elements.isEmpty { return flat }
      return "[\n" + lines(elements, indentation, trailingComma: elements.count > 1, width) + spaces(indentation) + "]"
    }
  }

  private func lines(_ elements: [Element], _ indentation: Int, trailingComma: Bool, _ width: Int) -> String {
    var text = ""
    for (index, element) in elements.enumerated() {
      let start = spaces(indentation + 2) + element.prefix
      text += start + element.value.text(column: start.count, indentation: indentation + 2, width: width)
      text += index < elements.count - 1 || trailingComma ? ",\n" : "\n"
    }
    return text
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
