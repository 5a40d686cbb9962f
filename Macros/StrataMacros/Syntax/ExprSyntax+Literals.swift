import SwiftSyntax

extension ExprSyntax {
  /// The text of a string literal without interpolation; one with escapes or of several lines is left to synthesis.
  var literalText: String? {
    guard let literal = self.as(StringLiteralExprSyntax.self), literal.openingQuote.tokenKind == .stringQuote else { return nil }
    guard let first = literal.segments.first, literal.segments.count == 1, case .stringSegment(let segment) = first else {
      return literal.segments.isEmpty ? "" : nil
    }
    let text = segment.content.text
    return literal.openingPounds == nil && text.utf8.contains(UInt8(ascii: "\\")) ? nil : text
  }

  /// The digits of a number literal with its sign, without underscores.
  var literalNumber: String? {
    if let negated = self.as(PrefixOperatorExprSyntax.self), negated.operator.text == "-" {
      return negated.expression.literalNumber.map { "-" + $0 }
    }
    let text: String
    if let literal = self.as(IntegerLiteralExprSyntax.self) {
      if let value = literal.representedLiteralValue { return String(value) }
      text = literal.literal.text
    } else if let literal = self.as(FloatLiteralExprSyntax.self) {
      text = literal.literal.text
    } else {
      return nil
    }
    return text.utf8.contains(UInt8(ascii: "_")) ? String(text.filter { $0 != "_" }) : text
  }

  /// The value of a Boolean literal.
  var literalBool: Bool? {
    self.as(BooleanLiteralExprSyntax.self).map { $0.literal.tokenKind == .keyword(.true) }
  }

  /// The value of an integer literal.
  var literalInteger: Int? { literalNumber.flatMap { Int($0) } }

  /// Whether the expression is `nil`.
  var isNil: Bool { self.is(NilLiteralExprSyntax.self) }

  /// The name of a plain reference such as `vpc` or `self.vpc`.
  var referencedName: String? {
    if let reference = self.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil { return reference.baseName.text }
    if let member = self.as(MemberAccessExprSyntax.self), member.base?.isSelf == true { return member.declName.baseName.text }
    return nil
  }

  /// Whether the expression is `self`.
  var isSelf: Bool {
    self.as(DeclReferenceExprSyntax.self)?.baseName.tokenKind == .keyword(.self)
  }

  /// The expressions that this one can turn out to be: the arms of ternaries, the insides of parentheses and of `if` and `switch`.
  ///
  /// Operators of attached declarations are not folded, so a ternary is a part of a sequence here.
  func forEachOutcome(_ body: (ExprSyntax) -> Void) {
    if let sequence = self.as(SequenceExprSyntax.self) {
      sequence.elements.forEachTernaryArm { $0.forEachOutcome(body) }
    } else if let ternary = self.as(TernaryExprSyntax.self) {
      ternary.thenExpression.forEachOutcome(body)
      ternary.elseExpression.forEachOutcome(body)
    } else if let tuple = self.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
      only.expression.forEachOutcome(body)
    } else if let conditional = self.as(IfExprSyntax.self) {
      conditional.forEachOutcome(body)
    } else if let choice = self.as(SwitchExprSyntax.self) {
      for element in choice.cases {
        guard case .switchCase(let arm) = element, let only = arm.statements.onlyExpression else { continue }
        only.forEachOutcome(body)
      }
    } else {
      body(self)
    }
  }
}

extension IfExprSyntax {
  /// Calls `body` for the value of each branch.
  fileprivate func forEachOutcome(_ visit: (ExprSyntax) -> Void) {
    self.body.statements.onlyExpression?.forEachOutcome(visit)
    switch elseBody {
    case .codeBlock(let block)?: block.statements.onlyExpression?.forEachOutcome(visit)
    case .ifExpr(let next)?: next.forEachOutcome(visit)
    case nil: break
    }
  }
}

extension CodeBlockItemListSyntax {
  /// The expression of a block that is nothing else, also behind a `return`.
  var onlyExpression: ExprSyntax? {
    guard count == 1, let item = first?.item else { return nil }
    if case .expr(let expression) = item { return expression }
    if case .stmt(let statement) = item {
      if let result = statement.as(ReturnStmtSyntax.self) { return result.expression }
      if let wrapped = statement.as(ExpressionStmtSyntax.self) { return wrapped.expression }
    }
    return nil
  }

  /// The expression that a block ends with: its only one, or that of a final `return`.
  var resultExpression: ExprSyntax? {
    if let only = onlyExpression { return only }
    guard case .stmt(let statement)? = last?.item else { return nil }
    return statement.as(ReturnStmtSyntax.self)?.expression
  }
}

extension ExprListSyntax {
  /// Calls `body` for each arm of the ternaries of an unfolded sequence; a sequence without one gives nothing.
  fileprivate func forEachTernaryArm(_ body: (ExprSyntax) -> Void) {
    var tail: [ExprSyntax] = []
    var sawTernary = false
    for element in self {
      if let ternary = element.as(UnresolvedTernaryExprSyntax.self) {
        sawTernary = true
        tail.removeAll(keepingCapacity: true)
        body(ternary.thenExpression)
      } else {
        tail.append(element)
      }
    }
    // What follows the last colon is the last arm, unless it is a longer expression, for example `a ? 1 : b + 1`.
    if sawTernary, tail.count == 1 { body(tail[0]) }
  }
}
