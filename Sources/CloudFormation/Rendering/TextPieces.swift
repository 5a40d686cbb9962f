import StrataModel

/// A text of which parts are known when the template is deployed.
struct TextPieces {
  private var pieces: [PropertyValue] = []

  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .string(let last)? = pieces.last {
      pieces[pieces.count - 1] = .string(last + text)
    } else {
      pieces.append(.string(text))
    }
  }

  /// Appends a value of a template: a text, or one of CloudFormation's functions.
  mutating func append(_ value: PropertyValue) {
    if let text = value.scalarText { return append(text) }
    pieces.append(value)
  }

  /// The text, as `Fn::Sub` where all parts are of the template itself, and as `Fn::Join` otherwise.
  var value: PropertyValue {
    if pieces.isEmpty { return "" }
    if pieces.count == 1 { return pieces[0] }
    var text = ""
    for piece in pieces {
      if let known = piece.stringValue {
        // `${!Name}` is the text `${Name}`.
        text += known.replacing("${", with: "${!")
      } else if let placeholder = Intrinsic.placeholder(of: piece) {
        text += placeholder
      } else {
        return Intrinsic.join("", .array(pieces))
      }
    }
    return ["Fn::Sub": .string(text)]
  }
}
