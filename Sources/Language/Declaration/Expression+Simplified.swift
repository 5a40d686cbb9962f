import StrataModel

extension Expression {
  /// The expression's value where it is known, else the expression with neighbouring texts of a join made one.
  var simplified: PropertyValue {
    guard function == .concatenate else { return evaluated() ?? .expression(self) }
    var parts: [PropertyValue] = []
    for argument in arguments {
      if let text = argument.scalarText, case .string(let previous)? = parts.last {
        parts[parts.count - 1] = .string(previous + text)
      } else if let text = argument.scalarText {
        parts.append(.string(text))
      } else {
        parts.append(argument)
      }
    }
    if parts.isEmpty { return .string("") }
    if parts.count == 1, case .string = parts[0] { return parts[0] }
    return .expression(Expression(.concatenate, parts))
  }
}
