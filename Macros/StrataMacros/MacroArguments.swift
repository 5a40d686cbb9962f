import SwiftSyntax

/// The string literals that an attribute is given.
struct MacroArguments {
  /// One argument: the literal and its text.
  struct Argument {
    let expression: ExprSyntax
    let text: String
  }

  /// The argument without a label.
  let first: Argument?

  private let labelled: [String: Argument]

  init(_ attribute: AttributeSyntax) {
    var first: Argument?
    var labelled: [String: Argument] = [:]
    if case .argumentList(let list)? = attribute.arguments {
      for element in list {
        guard let literal = element.expression.as(StringLiteralExprSyntax.self), let text = literal.plainText else { continue }
        let argument = Argument(expression: element.expression, text: text)
        if let label = element.label { labelled[label.text] = argument } else if first == nil { first = argument }
      }
    }
    self.first = first
    self.labelled = labelled
  }

  subscript(label: String) -> Argument? { labelled[label] }
}

extension StringLiteralExprSyntax {
  /// The text of a literal on one line without interpolation or escapes.
  fileprivate var plainText: String? {
    if segments.isEmpty { return "" }
    guard segments.count == 1, case .stringSegment(let segment)? = segments.first else { return nil }
    let text = segment.content.text
    return text.utf8.contains(UInt8(ascii: "\\")) ? nil : text
  }
}
