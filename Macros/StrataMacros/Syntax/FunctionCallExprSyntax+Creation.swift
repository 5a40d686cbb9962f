import SwiftSyntax

/// The names of a call's callee, such as `EC2.VPC` or `S3.Bucket.Rule`, outermost first.
struct CalleePath {
  var names: [String]

  /// Reads a callee of plain names joined by dots; a leading dot, a call or a subscript in it makes it none.
  init?(_ callee: ExprSyntax) {
    var names: [String] = []
    var current = callee
    while true {
      if let member = current.as(MemberAccessExprSyntax.self) {
        guard let base = member.base else { return nil }
        names.append(member.declName.baseName.text)
        current = base
      } else if let reference = current.as(DeclReferenceExprSyntax.self) {
        names.append(reference.baseName.text)
        break
      } else {
        return nil
      }
    }
    if names.first == "init" { names.removeFirst() }
    self.names = names.reversed()
  }
}

extension ExprSyntax {
  /// The call under a chain of modifiers: `EC2.VPC("main")` of `EC2.VPC("main").protected().after(key)`.
  var rootCall: FunctionCallExprSyntax? {
    var current = self
    while let call = current.as(FunctionCallExprSyntax.self) {
      guard let member = call.calledExpression.as(MemberAccessExprSyntax.self), let base = member.base, base.is(FunctionCallExprSyntax.self)
      else { return call }
      current = base
    }
    return nil
  }
}

extension FunctionCallExprSyntax {
  /// The member that is called, for `base.member(...)` and `.member(...)`.
  var calledMember: String? { calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text }

  /// Whether the call is `.init(...)`, whose type the context gives.
  var isImplicitInitializer: Bool {
    guard let member = calledExpression.as(MemberAccessExprSyntax.self) else { return false }
    return member.base == nil && member.declName.baseName.text == "init"
  }

  /// The argument with a label.
  func argument(_ label: String) -> LabeledExprSyntax? {
    arguments.first { $0.label?.text == label }
  }
}

extension FunctionCallExprSyntax {
  /// Whether the call is of a static member whose type the context gives: `.existing("vpc-1")`.
  var isImplicit: Bool { calledExpression.as(MemberAccessExprSyntax.self).map { $0.base == nil } ?? false }
}
