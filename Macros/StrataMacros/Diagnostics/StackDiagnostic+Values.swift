import ResourceCatalog
import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder
import TypeProvider

extension Diagnostic {
  /// A violation of a rule of the catalogue, where it stands in source.
  static func violation(_ violation: RuleViolation, at place: SourcePlace) -> Diagnostic {
    var node = Syntax(place.value.node)
    var remedies: [StackDiagnostic.Remedy] = []
    switch violation.code {
    case .exclusiveProperties, .readOnlyProperty, .forbiddenProperty:
      if place.isExact, let field = place.field {
        node = field.name
        if let argument = field.argument, let remedy = removal(of: argument) { remedies.append(remedy) }
      }
    case .unknownProperty, .wrongKeyName:
      if let last = violation.path.last, case .key(let key) = last, let field = place.value.field(named: key) {
        node = field.name
        if let literal = field.name.as(StringLiteralExprSyntax.self), let name = violation.replacements.first {
          remedies.append(.write(name, over: literal))
        }
      }
    case .missingProperty:
      if let call = place.value.node.as(FunctionCallExprSyntax.self) { node = Syntax(call.calledExpression) }
    default:
      if place.isExact { remedies = violation.replacements.prefix(3).compactMap { replacement(of: place.value.node, with: $0) } }
    }
    var related: [StackDiagnostic.Related] = []
    if let mention = place.value.mention { related.append(StackDiagnostic.Related(mention, "used here")) }
    return StackDiagnostic.make(
      violation.code.rawValue.kebabCase, at: node, violation.message, severity: violation.severity == .error ? .error : .warning,
      related: related, remedies: remedies)
  }

  /// A string where the identifier of a resource belongs.
  static func literalIdentifier(_ node: ExprSyntax, parameter: Parameter, target: ReferenceTarget) -> Diagnostic {
    StackDiagnostic.make(
      "literal-identifier", at: node,
      "'\(parameter.label)' takes \("\(target.service).\(target.resource)".withArticle): pass the \(target.resource) itself or .existing(…)",
      remedies: [
        .replace(node, with: "\(raw: ".existing(\(node.trimmedDescription))")" as ExprSyntax, "write .existing(\(node.trimmedDescription))")
      ])
  }

  /// A literal written anew.
  private static func replacement(of node: ExprSyntax, with text: String) -> StackDiagnostic.Remedy? {
    if node.is(StringLiteralExprSyntax.self) { return .write(text, over: node) }
    guard node.literalNumber != nil, Double(text) != nil else { return nil }
    return .replace(node, with: "\(raw: text)" as ExprSyntax, "use \(text)")
  }

  /// An argument list without one of its arguments.
  private static func removal(of argument: LabeledExprSyntax) -> StackDiagnostic.Remedy? {
    guard let list = argument.parent?.as(LabeledExprListSyntax.self), let label = argument.label?.text else { return nil }
    var rest = list.filter { $0.id != argument.id }
    if argument.trailingComma == nil, let last = rest.indices.last { rest[last].trailingComma = nil }
    return StackDiagnostic.Remedy(
      "remove '\(label)'", changes: [.replace(oldNode: Syntax(list), newNode: Syntax(rest))])
  }
}

extension SourceValue {
  /// The field of an object by its key.
  fileprivate func field(named key: String) -> Field? {
    guard case .object(let fields) = content else { return nil }
    return fields.first { $0.key == key }
  }
}

extension String {
  /// The words of a camel-case name joined by `-`.
  fileprivate var kebabCase: String {
    var result: [UInt8] = []
    for byte in utf8 {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isUpper { result.append(UInt8(ascii: "-")) }
      result.append(isUpper ? byte + 32 : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
