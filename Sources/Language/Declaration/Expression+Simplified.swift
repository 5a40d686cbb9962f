import StrataModel

extension Expression {
  /// The expression's value where it is known, else the expression with neighbouring texts of a join made one.
  var simplified: PropertyValue {
    if let value = evaluated() { return value }
    guard function == .concatenate else { return .expression(self) }
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
    return parts.count == 1 ? parts[0] : .expression(Expression(.concatenate, parts))
  }
}
