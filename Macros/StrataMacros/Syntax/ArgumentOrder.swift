import SwiftSyntax
import SwiftSyntaxBuilder
import TypeProvider

/// Rewrites of a whole argument list.
enum ArgumentOrder {
  /// The arguments in the order of their parameters, or `nil` if one of them has no known place.
  ///
  /// Line breaks stay where they are in the list, comments move with their arguments.
  static func reordered(_ arguments: LabeledExprListSyntax, _ positions: [Int?]) -> LabeledExprListSyntax? {
    let slots = Array(arguments)
    var leading: [LabeledExprSyntax] = []
    var movable: [(position: Int, argument: LabeledExprSyntax)] = []
    for (argument, position) in zip(slots, positions) {
      if let position {
        movable.append((position, argument))
      } else if argument.label == nil, movable.isEmpty {
        leading.append(argument)
      } else {
        return nil
      }
    }
    let sorted =
      leading + movable.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element.argument)
    let keepsOwnTrivia = slots.contains { $0.leadingTrivia.containsComment || $0.trailingTrivia.containsComment }
    return LabeledExprListSyntax(
      zip(slots, sorted).map { slot, argument in
        var argument = argument
        if !keepsOwnTrivia {
          argument.leadingTrivia = slot.leadingTrivia
          argument.expression.trailingTrivia = slot.expression.trailingTrivia
        }
        argument.trailingComma = slot.trailingComma
        return argument
      })
  }

  /// The arguments with a placeholder for each missing one, at its place.
  static func adding(
    _ missing: [Parameter], to arguments: LabeledExprListSyntax, of signature: CallSignature
  ) -> LabeledExprListSyntax {
    var list = Array(arguments)
    for parameter in missing {
      guard let own = signature.position(of: parameter.label) else { continue }
      let index =
        list.firstIndex { argument in
          guard let label = argument.label?.text.trimmingBackticks, let other = signature.position(of: label) else { return false }
          return other > own
        } ?? list.endIndex
      var added = LabeledExprSyntax(
        label: parameter.label, expression: EditorPlaceholderExprSyntax(placeholder: .identifier("<#\(parameter.property)#>")))
      added.colon = .colonToken(trailingTrivia: .space)
      if index < list.endIndex {
        added.leadingTrivia = list[index].leadingTrivia
        list[index].leadingTrivia = .space
      } else if let last = list.indices.last {
        // The list may end with a line break before the parenthesis, which stays at the end.
        added.trailingTrivia = list[last].trailingTrivia
        list[last].trailingTrivia = []
        added.leadingTrivia = .space
      }
      list.insert(added, at: index)
    }
    return LabeledExprListSyntax(
      list.enumerated().map { offset, argument in
        var argument = argument
        argument.trailingComma = offset == list.count - 1 ? argument.trailingComma : argument.trailingComma ?? .commaToken()
        return argument
      })
  }
}

extension Trivia {
  /// Whether a comment is among the pieces.
  fileprivate var containsComment: Bool {
    contains { piece in
      switch piece {
      case .lineComment, .blockComment, .docLineComment, .docBlockComment: true
      default: false
      }
    }
  }
}
