import ResourceCatalog
import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder
import TypeProvider

extension Diagnostic {
  /// An attribute whose argument is not a plain string literal.
  static func unreadableArgument(of node: AttributeSyntax, what: String) -> Diagnostic {
    StackDiagnostic.make("unreadable-argument", at: node, "@\(node.attributeName.trimmed) needs \(what), as a string literal")
  }

  /// A macro on a kind of declaration that it is not for.
  static func wrongDeclaration(_ node: AttributeSyntax, wanted: String) -> Diagnostic {
    StackDiagnostic.make("wrong-declaration", at: node, "@\(node.attributeName.trimmed) belongs on \(wanted)")
  }

  /// A resource type that the catalogue does not have.
  static func unknownResourceType(_ name: String, at node: ExprSyntax) -> Diagnostic {
    let names = ResourceCatalog.aws.types.map { String($0.name) }
    let message = "no resource type '\(name)' among the \(names.count) of the catalogue"
    guard let nearest = NearestName.nearest(to: name, among: names) else {
      return StackDiagnostic.make("unknown-type", at: node, message)
    }
    return StackDiagnostic.make(
      "unknown-type", at: node, "\(message); did you mean '\(nearest)'?", remedies: [.write(nearest, over: node)])
  }

  /// A service that the catalogue does not have.
  static func unknownService(_ name: String, at node: ExprSyntax) -> Diagnostic {
    let message = "no service '\(name)' in the catalogue"
    guard let nearest = NearestName.nearest(to: name, among: ResourceCatalog.aws.serviceNames) else {
      return StackDiagnostic.make("unknown-service", at: node, message)
    }
    return StackDiagnostic.make(
      "unknown-service", at: node, "\(message); did you mean '\(nearest)'?", remedies: [.write(nearest, over: node)])
  }

  /// A stored member that is no property of the type.
  static func unknownMember(
    _ name: String, at node: TokenSyntax, of type: String, labels: [String], attributes: [Attribute]
  ) -> Diagnostic {
    if attributes.contains(where: { $0.label == name && !$0.isSettable }) {
      return StackDiagnostic.make(
        "read-only-member", at: node, "'\(name)' of \(type) is filled by AWS and cannot be set; the type has it as an attribute already")
    }
    let message = "\(type) has no property '\(name)'"
    guard let nearest = NearestName.nearest(to: name, among: labels) else {
      return StackDiagnostic.make(
        "unknown-member", at: node, "\(message); a member of your own can be computed or static, but not stored")
    }
    return StackDiagnostic.make(
      "unknown-member", at: node, "\(message); did you mean '\(nearest)'?",
      remedies: [.rewrite(node, as: nearest, "replace '\(name)' with '\(nearest)'")])
  }

  /// A stored member whose type does not fit its property.
  static func wrongMemberType(_ name: String, type: String, at node: Syntax, of resource: String, wanted: String) -> Diagnostic {
    let remedies: [StackDiagnostic.Remedy] =
      node.is(TypeSyntax.self)
      ? [.replace(node, with: TypeSyntax(stringLiteral: wanted), "change the type to '\(wanted)'")] : []
    return StackDiagnostic.make(
      "wrong-member-type", at: node, "'\(name)' of \(resource) is '\(wanted)', not '\(type)'", remedies: remedies)
  }

  /// A stored member whose type cannot be read from its text.
  static func memberWithoutType(_ name: String, at node: TokenSyntax, of resource: String, type: String) -> Diagnostic {
    StackDiagnostic.make("member-without-type", at: node, "write the type of '\(name)': in \(resource) it is '\(type)'")
  }
}
